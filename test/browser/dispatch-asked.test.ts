import { beforeAll, describe, expect, it } from 'vitest';
import { aFlood } from '#test/support/payloads.ts';
import { YUDU } from '#test/support/seats.ts';
import type { TestUser } from '#test/support/test-app.ts';
import { breaches } from './axe.ts';
import { stage } from './browser.ts';
import { atDesk, openIncident, showPart } from './desk.ts';
import { zh } from './team-words.ts';
import { saying } from './words.ts';

const { app, open } = stage();
let duty: TestUser;
beforeAll(async () => void (duty = await app().addUser('county-duty', YUDU, 'luo')));

describe('a seat that does not dispatch', () => {
  it('of a township asks the county for teams, which confirms it before anybody is asked', async () => {
    const township = await app().addUser('township-duty', '360731100', 'xie');
    const title = '镇上积水';
    expect(await app().order(township, 'incident.log', aFlood({ title, place: { ...aFlood().place, adcode: '360731100' } }))).toMatchObject({ ok: true });
    const [page, desk] = await Promise.all([open(township, '/'), open(duty, '/')]);
    await Promise.all([page, desk].map(atDesk));
    const asking = await showPart(await openIncident(page, title), zh.dispatch.tab);
    await asking.getByRole('button', { name: zh.dispatch.need.seek }).waitFor();
    await page.keyboard.press('g');
    const form = page.getByRole('form', { name: zh.dispatch.need.seek });
    await form.getByText(zh.dispatch.need.seekHint).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText(saying(zh.dispatch.board.sought)).waitFor();

    const panel = await showPart(await openIncident(desk, title), zh.dispatch.tab);
    await panel.getByText(saying(zh.dispatch.board.sought)).waitFor();
    expect(await breaches(panel)).toEqual([]);
    await panel.getByRole('button', { name: saying(zh.dispatch.do.confirm) }).click();
    await panel.getByText(saying(zh.dispatch.board.sought)).waitFor({ state: 'detached' });
    await page.getByText(saying(zh.dispatch.board.sought)).waitFor({ state: 'detached' });
  });

  it('sees nothing to press where it may not, and why', async () => {
    const page = await open(await app().addUser('auditor', undefined, 'shen'), '/');
    await atDesk(page);
    await showPart(await openIncident(page, '镇上积水'), zh.dispatch.tab);
    await page.getByText(zh.dispatch.why.notDispatcher).waitFor();
    expect(await page.getByRole('button', { name: zh.dispatch.need.title }).isDisabled()).toBe(true);
  });
});
