import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { passwordOf } from '#test/support/test-app.ts';
import { CITY, YUDU } from '#test/support/seats.ts';
import { until } from '#test/support/until.ts';
import { stage } from './browser.ts';
import { isLive, signIn } from './desk.ts';
import { en, zh } from './words.ts';

const { app, open, expects } = stage();
const REFUSED = /status of 40[13] .*\/api\/v1\//;
const { access, shell } = zh;

const door = (page: Page) => page.getByRole('form', { name: access.signIn.title });
const theme = (page: Page): Promise<string | undefined> => page.evaluate(() => document.documentElement.dataset['theme']);

describe('the door', () => {
  it('says that a password is wrong, keeps the name, and lets in with the right one', async () => {
    const user = await app().addUser('county-duty', YUDU, 'lin');
    const page = await open(null);
    expects(page, REFUSED);
    await signIn(page, { username: user.username, password: 'not this one' });
    await page.getByRole('alert').getByText(access.error['bad-credentials']).waitFor();
    expect(await page.getByLabel(access.username, { exact: true }).inputValue()).toBe('lin');
    await signIn(page, user);
    await isLive(page);
  });

  it('opens no further than the change of a password that somebody else has made', async () => {
    const given = passwordOf('zhou');
    await app().call(app().admin, 'POST', '/users', { username: 'zhou', password: given, name: '周', role: 'city-duty', org: CITY, mustChangePassword: true });
    const page = await open(null);
    await signIn(page, { username: 'zhou', password: given });
    await page.getByRole('heading', { name: access.forced.title }).waitFor();
    const change = async (next: string): Promise<void> => {
      await page.getByLabel(access.passwords.current, { exact: true }).fill(given);
      await page.getByLabel(access.passwords.next, { exact: true }).fill(next);
      await page.getByLabel(access.passwords.again, { exact: true }).fill(next);
      await page.getByRole('button', { name: access.passwords.submit }).click();
    };
    expects(page, /status of 400 .*\/session\/password$/);
    await change('1234567890');
    await page.getByRole('alert').getByText(access.wrong.next).waitFor();
    await change('Nine kites over the old wall');
    await isLive(page);
    expect((await app().signIn('zhou', 'Nine kites over the old wall')).user.name).toBe('周');
  });
});

describe('a session', () => {
  it('ends with signing out, and the browser keeps nothing of it', async () => {
    const user = await app().addUser('city-duty', CITY, 'wu');
    const page = await open(user);
    await isLive(page);
    await page.getByRole('button', { name: shell.user.menu.replace('{{name}}', 'wu') }).click();
    await page.getByRole('menuitem', { name: shell.user.signOut }).click();
    await page.getByRole('dialog').getByRole('button', { name: shell.user.signOut }).click();
    await page.getByText(access.ended['signed-out-here']).waitFor();
    await page.reload();
    await door(page).waitFor();
    expect((await app().get(user, '/session')).status).toBe(401);
  });

  it('that is ended from another device goes to the door, with the reason', async () => {
    const user = await app().addUser('city-duty', CITY, 'zheng');
    const [here, there] = await Promise.all([open(null), open(user, '/account')]);
    expects(here, REFUSED);
    await signIn(here, user);
    await isLive(here);
    await there.reload();
    const sessions = there.getByRole('region', { name: access.sessions.title });
    // The test's own sign-in is the one more that is there.
    await sessions.getByRole('button', { name: access.sessions.end }).first().waitFor();
    for (let left = await sessions.getByRole('button', { name: access.sessions.end }).count(); left > 0; left -= 1) {
      await sessions.getByRole('button', { name: access.sessions.end }).first().click();
      await until('one session less is listed', async () => (await sessions.getByRole('button', { name: access.sessions.end }).count()) < left);
    }
    await door(here).waitFor();
    await here.getByRole('status').filter({ hasText: access.ended['session-ended'] }).or(here.getByText(access.ended['signed-out'])).first().waitFor();
    await isLive(there);
  });

  it('of a seat that an administrator has changed goes to the door, with the reason', async () => {
    const user = await app().addUser('county-duty', YUDU, 'wang');
    const page = await open(user);
    expects(page, REFUSED);
    await isLive(page);
    await app().call(app().admin, 'PATCH', `/users/${user.id}`, { role: 'county-leader' });
    await door(page).waitFor();
    await page.getByText(access.ended['seat-changed']).waitFor();
  });
});

describe('the choice of', () => {
  it('a language is kept', async () => {
    const page = await open(null);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('form', { name: en.access.signIn.title }).waitFor();
    await page.reload();
    await page.getByRole('form', { name: en.access.signIn.title }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    await page.getByRole('button', { name: '中文' }).click();
    await door(page).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-CN');
  });

  it('a theme is kept', async () => {
    const page = await open(await app().addUser('city-duty', CITY, 'feng'));
    await isLive(page);
    expect(await theme(page)).toBe('dark');
    await page.getByRole('button', { name: shell.theme.toLight }).click();
    await page.reload();
    await isLive(page);
    expect(await theme(page)).toBe('light');
    await page.getByRole('button', { name: shell.theme.toDark }).click();
    expect(await theme(page)).toBe('dark');
  });
});
