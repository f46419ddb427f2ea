import { beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { zh as say } from '#client/features/phone/text-zh.ts';
import { minutesBetween } from '#shared/time.ts';
import { leapingClock } from '#test/support/driven-clock.ts';
import { photoWithPosition } from '#test/support/pictures.ts';
import type { TestUser } from '#test/support/test-app.ts';
import { stage } from './browser.ts';
import { acceptInTwoTaps, asked, button, CODE, enrolled, given, isLive, missionOf, NO_NETWORK, NO_PUSH, PHONE } from './team-stage.ts';

const clock = leapingClock();
const { app, open, expects } = stage(() => ({ ports: { clock } }));
let county: TestUser;
beforeAll(async () => void (county = await app().addUser('county-duty')));

async function phoneOf(team: TestUser, at = '/team'): Promise<Page> {
  const phone = await open(team, '/healthz', PHONE);
  expects(phone, NO_NETWORK, NO_PUSH);
  await phone.goto(at);
  await isLive(phone);
  return phone;
}

const offline = async (phone: Page): Promise<void> => {
  await phone.context().setOffline(true);
  await phone.getByText(say['bar.offline'].split('{at}')[0] ?? '').waitFor();
};

describe('a call', () => {
  it('is accepted in two touches, goes on without a network, and is recorded in the order in which it was given', async () => {
    const team = await enrolled(app(), county, 'blue-sky');
    const dispatchId = await asked(app(), county, '贡江沿岸村庄被淹', ['blue-sky']);
    const phone = await phoneOf(team, '/');
    expect(new URL(phone.url()).pathname).toBe('/team');
    await phone.getByRole('heading', { name: '贡江沿岸村庄被淹' }).waitFor();
    await phone.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await acceptInTwoTaps(phone);
    await button(phone, say['stage.en_route']).waitFor();
    await expect.poll(() => missionOf(app(), dispatchId, 'blue-sky')).toMatchObject({ state: 'accepted', people: 2 });
    await phone.getByRole('link', { name: say['roster.row'] }).tap();
    expect(await phone.getByRole('checkbox', { disabled: true }).count()).toBe(1);
    await button(phone, say['roster.all']).tap();
    await button(phone, say['roster.save'].replace('{n}', '2')).tap();
    await expect.poll(() => missionOf(app(), dispatchId, 'blue-sky')?.members.length).toBe(2);

    await offline(phone);
    await button(phone, say['stage.en_route']).tap();
    await button(phone, say['stage.checked_in']).tap();
    await phone.getByLabel(say['checkIn.code']).fill(CODE);
    await button(phone, say['checkIn.go'].replace('{n}', '2')).tap();
    await phone.getByRole('link', { name: say['log.title'] }).tap();
    await phone.getByLabel(say['log.text']).fill('桥头水深约 1.5 米');
    await button(phone, say['log.send']).tap();
    await phone.getByText(say['bar.waiting'].replace('{n}', '3')).waitFor();
    // The page is killed and opened again, still without a network: nothing is lost, and what it showed is there.
    await phone.goto('/team');
    await button(phone, say['stage.working']).waitFor();
    await phone.getByText(say['bar.waiting'].replace('{n}', '3')).waitFor();
    expect(missionOf(app(), dispatchId, 'blue-sky')?.state).toBe('accepted');

    await clock.advance(12 * 60_000);
    await phone.context().setOffline(false);
    await expect.poll(() => missionOf(app(), dispatchId, 'blue-sky')?.log.map(({ text }) => text), { timeout: 20_000 }).toEqual(['桥头水深约 1.5 米']);
    const { steps = [], present } = missionOf(app(), dispatchId, 'blue-sky') ?? {};
    expect(steps.slice(-2).map(({ state }) => state)).toEqual(['en_route', 'checked_in']);
    expect(present).toHaveLength(2);
    for (const { at, claimedAt = at } of steps.slice(-2)) expect(minutesBetween(claimedAt, at)).toBeGreaterThanOrEqual(11);
    await phone.getByText(say['bar.queue'], { exact: true }).waitFor();
  });

  it('that another team has taken meanwhile says since when, and is not applied', async () => {
    const [first, second] = [await enrolled(app(), county, 'red-cross'), await enrolled(app(), county, 'gan-river')];
    const dispatchId = await asked(app(), county, '只要一支队伍', ['red-cross', 'gan-river']);
    const phone = await phoneOf(first);
    await phone.getByRole('heading', { name: '只要一支队伍' }).waitFor();
    await offline(phone);
    await acceptInTwoTaps(phone);
    await phone.getByText(say['bar.waiting'].replace('{n}', '1')).waitFor();
    await given(app(), second, 'dispatch.accept', { dispatchId, etaMinutes: 30, people: 1 });
    const filledAt = app().core.world.get('dispatch', dispatchId)?.filledAt ?? '';
    const time = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' }).format(new Date(filledAt));

    await phone.context().setOffline(false);
    const conflict = phone.getByRole('alert').filter({ hasText: say['order.dispatch.accept'] });
    await conflict.getByText(say['conflict.slot-filled'].replace('{at}', time)).waitFor();
    expect(missionOf(app(), dispatchId, 'red-cross')?.state).toBe('offered');
    expect(await button(phone, say['offer.accept']).isDisabled()).toBe(true);
    await conflict.getByRole('button', { name: say['queue.dismiss'] }).tap();
    await conflict.waitFor({ state: 'detached' });
    await phone.reload();
    await isLive(phone);
    expect(await conflict.count()).toBe(0);
  });

  it('accepted without a network is never applied late, not even if there is more time by then', async () => {
    const team = await enrolled(app(), county, 'mei-river');
    const dispatchId = await asked(app(), county, '来不及答复', ['mei-river'], 20);
    const phone = await phoneOf(team);
    await phone.getByRole('heading', { name: '来不及答复' }).waitFor();
    await offline(phone);
    await acceptInTwoTaps(phone);
    await phone.getByText(say['bar.waiting'].replace('{n}', '1')).waitFor();
    await clock.advance(25 * 60_000);
    await expect.poll(() => app().core.world.get('dispatch', dispatchId)?.state).toBe('lapsed');
    await given(app(), county, 'dispatch.extend', { dispatchId, acceptBy: new Date(clock.now().getTime() + 60 * 60_000).toISOString() });

    await phone.context().setOffline(false);
    await phone.getByText(/^答复时限 .*已过。本队的接受没有生效。$/).waitFor();
    expect(missionOf(app(), dispatchId, 'mei-river')?.state).toBe('offered');
    // Asked anew, the team may say so anew.
    await acceptInTwoTaps(phone);
    await expect.poll(() => missionOf(app(), dispatchId, 'mei-river')?.state).toBe('accepted');
  });
});

describe('at work', () => {
  it('says that all are well, enters words with a photo, shares where it is when switched on, and hands in what it took', async () => {
    const team = await enrolled(app(), county, 'tao-river');
    const dispatchId = await asked(app(), county, '转移群众', ['tao-river']);
    const members = [...app().core.world.all('member')].filter((one) => one.teamId === 'tao-river' && one.insuredUntil).map(({ id }) => id);
    await given(app(), team, 'dispatch.accept', { dispatchId, etaMinutes: 30, people: 2 });
    await given(app(), team, 'dispatch.roster', { dispatchId, members });
    await given(app(), team, 'dispatch.progress', { dispatchId, status: 'checked_in' });
    await given(app(), county, 'dispatch.assign', { dispatchId, teamId: 'tao-river', zone: 'B', task: '转移三组群众', welfareEveryMinutes: 30 });
    const phone = await phoneOf(team);
    const mission = () => missionOf(app(), dispatchId, 'tao-river');
    await phone.getByText('转移三组群众').first().waitFor();

    await phone.getByRole('switch', { name: say['mission.share'] }).tap();
    await phone.getByText(say['bar.sharing']).waitFor();
    await expect.poll(() => mission()?.sharingSince).toBeDefined();
    await expect.poll(async () => (await app().core.trail.of(mission()?.id ?? '')).length, { timeout: 15_000 }).toBeGreaterThan(0);

    const before = mission()?.welfare?.lastAt ?? '';
    await clock.advance(60_000);
    await button(phone, say['welfare.go']).tap();
    await expect.poll(() => (mission()?.welfare?.lastAt ?? '') > before).toBe(true);

    await button(phone, say['stage.working']).tap();
    await phone.getByRole('link', { name: say['log.title'] }).tap();
    await phone.getByLabel(say['log.text']).fill('转移 12 人');
    const photo = { name: 'a.jpg', mimeType: 'image/jpeg', buffer: await photoWithPosition() };
    await phone.locator('input[type=file]').setInputFiles(photo);
    await button(phone, say['log.send']).tap();
    await expect.poll(() => mission()?.log.at(-1), { timeout: 20_000 }).toMatchObject({ text: '转移 12 人', fileIds: [expect.any(String)] });

    await phone.goto('/team#');
    await button(phone, say['stage.done']).tap();
    await phone.getByText(say['stage.waitRelease']).waitFor();
    await given(app(), county, 'dispatch.release', { dispatchId });
    await button(phone, say['stage.returned']).tap();
    await button(phone, say['stage.debrief']).tap();
    await button(phone, say['debrief.send']).tap();
    await expect.poll(() => mission()).toMatchObject({ state: 'debriefed', hours: [{}, {}] });
    expect(mission()?.sharingSince).toBeUndefined();
    expect(await phone.getByText(say['bar.sharing']).count()).toBe(0);
  });
});
