import { beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { en } from '#client/features/phone/text-en.ts';
import { zh } from '#client/features/phone/text-zh.ts';
import type { TestUser } from '#test/support/test-app.ts';
import { breaches } from './axe.ts';
import { stage } from './browser.ts';
import { acceptInTwoTaps, asked, button, enrolled, given, isLive, missionOf, NO_NETWORK, NO_PUSH, PHONE } from './team-stage.ts';

const { app, open, expects } = stage();
const TEAM = 'blue-sky';
let county: TestUser;
let team: TestUser;
let dispatchId: string;
beforeAll(async () => {
  county = await app().addUser('county-duty');
  team = await enrolled(app(), county, TEAM);
  dispatchId = await asked(app(), county, '贡江沿岸村庄被淹', [TEAM]);
});

async function phone(): Promise<Page> {
  const page = await open(team, '/healthz', PHONE);
  expects(page, NO_PUSH, NO_NETWORK);
  await page.goto('/team');
  await isLive(page);
  return page;
}

/** Nothing that a thumb must hit is smaller than this, and nothing lies beyond the edge. */
async function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const small = [...document.querySelectorAll('main button, main a, main select, nav a, header a')]
      .filter((element) => element.getClientRects().length > 0 && element.closest('p') === null)
      .filter((element) => element.getBoundingClientRect().height < 44)
      .map((element) => `small: ${element.textContent}`);
    const wide = document.documentElement.scrollWidth > innerWidth ? [`wide: ${document.documentElement.scrollWidth}`] : [];
    return [...small, ...wide];
  });
}

async function isFit(page: Page): Promise<void> {
  expect(await misfits(page)).toEqual([]);
  // In its whole length: what the bars cover scrolls out from under them.
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: 390, height });
  expect(await breaches(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
}

describe('the screens of the phone fit it, and anybody can use them', () => {
  it('the door, and a team that has not applied', async () => {
    const door = await open(null, '/team', PHONE);
    await door.getByRole('heading', { name: zh['signIn.title'] }).waitFor();
    await isFit(door);
    const fresh = await app().addUser('team', 'new-team');
    const page = await open(fresh, '/healthz', PHONE);
    expects(page, NO_PUSH);
    await page.goto('/team');
    await page.getByText(zh['quiet.notYet']).waitFor();
    await isFit(page);
    await page.goto('/team#team/form');
    await page.getByLabel(zh['team.name']).fill('新队');
    await button(page, zh['team.send']).tap();
    await page.getByRole('alert').getByText(zh['team.categories']).waitFor();
    await isFit(page);
  });

  it('offer, acceptance, mission and everything that is reached from it', async () => {
    const page = await phone();
    await page.getByRole('heading', { name: '贡江沿岸村庄被淹' }).waitFor();
    await isFit(page);
    await button(page, zh['offer.accept']).tap();
    await isFit(page);
    await button(page, zh['close']).tap();
    await button(page, zh['offer.decline']).tap();
    await isFit(page);
    await button(page, zh['close']).tap();
    await acceptInTwoTaps(page);
    await button(page, zh['stage.en_route']).waitFor();
    await expect.poll(() => missionOf(app(), dispatchId, TEAM)?.state).toBe('accepted');
    await isFit(page);
    for (const part of ['roster', 'check-in', 'log'] as const) {
      await page.goto(`/team#mission/${dispatchId}/${part}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await isFit(page);
    }
    const members = [...app().core.world.all('member')].filter(({ insuredUntil }) => insuredUntil).map(({ id }) => id);
    await given(app(), team, 'dispatch.roster', { dispatchId, members });
    await given(app(), team, 'dispatch.progress', { dispatchId, status: 'checked_in' });
    await given(app(), county, 'dispatch.assign', { dispatchId, teamId: TEAM, zone: 'B', task: '转移', welfareEveryMinutes: 30 });
    await page.goto('/team#');
    await button(page, zh['welfare.go']).waitFor();
    await isFit(page);
    await given(app(), team, 'dispatch.progress', { dispatchId, status: 'returned' });
    await page.goto(`/team#mission/${dispatchId}/debrief`);
    await button(page, zh['debrief.send']).waitFor();
    await isFit(page);
  });

  it('readiness, members, registration and what was sent, in English', async () => {
    const page = await phone();
    await page.evaluate(() => localStorage.setItem('fenghuo.language', 'en'));
    await page.reload();
    await page.getByText(en['bar.live'], { exact: true }).waitFor();
    for (const [hash, heading] of [
      ['ready', en['ready.title']],
      ['members', en['members.title']],
      ['members/new', en['members.add']],
      ['team/form', en['team.change']],
      ['queue', en['queue.title']],
    ] as const) {
      await page.goto(`/team#${hash}`);
      await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
      await isFit(page);
    }
  });
});

describe('the page as an app of the phone', () => {
  it('can be installed', async () => {
    const page = await phone();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    const devtools = await page.context().newCDPSession(page);
    const { errors, url } = await devtools.send('Page.getAppManifest');
    expect([errors, new URL(url).pathname]).toEqual([[], '/team.webmanifest']);
    const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
    // A window that keeps nothing can't install; a phone's does.
    expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
  });

  it('shows a push on the lock screen, whatever is in it', async () => {
    const page = await open(team, '/healthz', { ...PHONE, permissions: ['notifications'] });
    expects(page, NO_PUSH);
    await page.goto('/team');
    await isLive(page);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    const devtools = await page.context().newCDPSession(page);
    const registered = new Promise<string>((resolve) =>
      devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
        for (const { registrationId, scopeURL } of registrations) if (scopeURL.endsWith('/team')) resolve(registrationId);
      }),
    );
    await devtools.send('ServiceWorker.enable');
    const registrationId = await registered;
    const data = JSON.stringify({ title: '调派询问', body: '水上搜救 · 22:40 前答复', url: '/team', tag: 'd1' });
    await devtools.send('ServiceWorker.deliverPushMessage', { origin: app().url, registrationId, data });
    const shown = () =>
      page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration('/team');
        return ((await registration?.getNotifications()) ?? []).map(({ title, body, tag }) => ({ title, body, tag }));
      });
    await expect.poll(shown).toEqual([{ title: '调派询问', body: '水上搜救 · 22:40 前答复', tag: 'd1' }]);
    // Without push on the server the page says so in words; with it there is a switch. Never one that does nothing.
    await page.getByText(zh['notify.server']).or(button(page, zh['notify.turnOn'])).waitFor();
    const hasPush = (await app().get(team, '/push/key')).status === 200;
    expect(await button(page, zh['notify.turnOn']).count()).toBe(hasPush ? 1 : 0);
  });
});

describe('what a team says of itself', () => {
  it('switches its readiness, takes a day off and adds a member whose number is nowhere to be seen', async () => {
    const page = await phone();
    const now = () => app().core.world.get('team', TEAM);
    await page.getByRole('link', { name: zh['nav.ready'] }).tap();
    await page.getByRole('switch').tap();
    await expect.poll(() => now()?.availability.onDuty).toBe(false);
    await button(page, zh['ready.addDays']).tap();
    await expect.poll(() => now()?.availability.daysOff.length).toBe(1);
    await page.getByLabel(zh['ready.day.SA']).check();
    await button(page, zh['ready.addWeekly']).tap();
    await expect.poll(() => now()?.availability.weekly).toMatchObject([{ rule: 'FREQ=WEEKLY;BYDAY=SA', minutes: 720 }]);

    await page.goto('/team#members/new');
    await page.getByLabel(zh['members.name']).fill('赵六');
    await page.getByLabel(zh['members.phone']).fill('13712345678');
    await page.getByLabel(zh['members.idNo']).fill('360731199001010013');
    await page.getByText(zh['members.badId']).waitFor();
    expect(await button(page, zh['members.save']).isDisabled()).toBe(true);
    await page.getByLabel(zh['members.idNo']).fill('360731199001010012');
    await page.getByLabel(zh['members.insured']).fill('2099-12-31');
    await button(page, zh['members.save']).tap();
    await expect.poll(() => now()?.strength.members).toBe(4);
    const kept = await page.evaluate(async () => {
      const names = (await indexedDB.databases()).map(({ name }) => name);
      return [names.join(), JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })].join();
    });
    expect(kept).not.toContain('13712345678');
  });

  it('applies, is told by field why it was returned, and applies again', async () => {
    const fresh = await app().addUser('team', 'hill-team');
    const page = await open(fresh, '/healthz', PHONE);
    expects(page, NO_PUSH);
    await page.goto('/team#team/form');
    await page.getByLabel(zh['team.org']).selectOption('360731');
    await page.getByLabel(zh['team.name']).fill('山地救援队');
    await page.getByLabel(zh['team.leader']).fill('王五');
    await page.getByLabel(zh['team.leaderPhone']).fill('13712345678');
    await page.getByLabel(zh['team.baseText']).fill('贡江镇');
    await button(page, zh['team.baseHere']).tap();
    await expect.poll(() => page.getByLabel(zh['team.lng']).inputValue()).toBe('115.41');
    await page.getByLabel('山地搜救', { exact: true }).check();
    await button(page, zh['team.send']).tap();
    await expect.poll(() => app().core.world.get('team', 'hill-team')).toMatchObject({ status: 'applied', base: { adcode: '360731' } });
    await given(app(), county, 'team.return', { teamId: 'hill-team', faults: [{ path: 'responseMinutes', reason: '请按实际填写' }] });
    await page.getByText(zh['team.status.returned']).waitFor();
    await page.getByText('请按实际填写').waitFor();
    await page.getByRole('link', { name: zh['team.applyAgain'] }).tap();
    await page.getByText('请按实际填写').waitFor();
    await page.getByLabel(zh['team.response']).fill('45');
    await page.getByLabel(zh['team.leader']).fill('王五');
    await page.getByLabel(zh['team.leaderPhone']).fill('13712345678');
    await button(page, zh['team.send']).tap();
    await expect.poll(() => app().core.world.get('team', 'hill-team')).toMatchObject({ status: 'applied', responseMinutes: 45 });
  });
});
