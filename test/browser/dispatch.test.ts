import { beforeAll, describe, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import type { Dispatch } from '#shared/dispatch/state.ts';
import { aFlood } from '#test/support/payloads.ts';
import { YUDU } from '#test/support/seats.ts';
import { aMember as aPerson, anApplication } from '#test/support/team-cases.ts';
import type { TestUser } from '#test/support/test-app.ts';
import { until } from '#test/support/until.ts';
import { breaches } from './axe.ts';
import { stage } from './browser.ts';
import { atDesk, mapOf, openIncident } from './desk.ts';
import { zh } from './team-words.ts';
import { saying } from './words.ts';

const { app, open } = stage();
const [BLUE, RED, OFF] = ['blue-sky', 'red-cross', 'asleep'] as const;
const TITLE = '梅江漫堤';
const LATER = '2099-12-31';
let duty: TestUser;
let blue: TestUser;
let red: TestUser;
let memberId: string;

/** Three teams of the register: certified near by, uncertified further away, and one that is off duty. */
beforeAll(async () => {
  duty = await app().addUser('county-duty', YUDU, 'zhao');
  const register = async (id: string, name: string, lng: number): Promise<TestUser> => {
    await app().order(app().admin, 'organisation.add', { organisationId: id, kind: 'team', name, parent: YUDU });
    const user = await app().addUser('team', id);
    await taken(user, 'team.apply', anApplication({ name, base: { adcode: YUDU, text: name, lng, lat: 25.95 } }));
    await taken(duty, 'team.verify', { teamId: id });
    return user;
  };
  [blue, red] = [await register(BLUE, '蓝天队', 115.42), await register(RED, '红会队', 115.6)];
  const asleep = await register(OFF, '山岳队', 115.43);
  await taken(duty, 'team.certify', { teamId: BLUE, category: 'water', level: 2, certificate: { no: 'W-1', validTo: LATER } });
  memberId = (await taken(blue, 'member.save', { teamId: BLUE, ...aPerson, insuredUntil: LATER }))['member'] ?? '';
  await taken(red, 'member.save', { teamId: RED, ...aPerson, idNo: '360731199001010020', insuredUntil: LATER });
  await taken(asleep, 'member.save', { teamId: OFF, ...aPerson, idNo: '360731199001010039', insuredUntil: LATER });
  await taken(asleep, 'team.availability', { teamId: OFF, onDuty: false });
  await taken(duty, 'incident.log', aFlood({ title: TITLE }));
}, 60_000);

async function taken<T extends Parameters<ReturnType<typeof app>['order']>[1]>(
  user: TestUser,
  type: T,
  payload: Parameters<ReturnType<typeof app>['order']>[2] & object,
): Promise<Record<string, string>> {
  const answer = await app().order(user, type, payload as never);
  if (!answer.ok) throw new Error(`${type}: ${JSON.stringify(answer)}`);
  return answer.refs;
}

const formOf = (page: Page): Locator => page.getByRole('form', { name: zh.dispatch.need.title });
const offerOf = (page: Page, name: string): Locator => page.getByRole('list', { name: zh.dispatch.board.offers }).getByRole('listitem', { name, exact: true });
const stripOf = (page: Page): Locator => page.getByRole('region', { name: zh.dispatch.strip.title });

async function theDispatch(): Promise<Dispatch> {
  const [found] = (await app().get<{ docs: Dispatch[] }>(duty, '/dispatches')).body.docs;
  if (!found) throw new Error('There is no dispatch.');
  return found;
}

async function atTeams(page: Page): Promise<void> {
  await openIncident(page, TITLE);
  await page.getByRole('tab', { name: zh.dispatch.tab }).click();
  await page.getByRole('region', { name: zh.dispatch.self.title }).waitFor();
}

describe('an officer at the desk', () => {
  it('states a need from the keys, and loses nothing of it by a reload', async () => {
    const page = await open(duty);
    await atDesk(page);
    await atTeams(page);
    await page.keyboard.press('g');
    const form = formOf(page);
    await form.getByLabel(zh.dispatch.need.phone, { exact: true }).fill('13812345678');
    await form.getByLabel(zh.dispatch.need.hazards, { exact: true }).fill('上游泄洪');
    await page.keyboard.press('Control+Enter');
    await form.getByText(zh.dispatch.need.wants.phone).waitFor();
    await page.reload();
    await atDesk(page);
    expect(await form.getByLabel(zh.dispatch.need.hazards, { exact: true }).inputValue()).toBe('上游泄洪');
    await form.getByLabel(zh.dispatch.need.phone, { exact: true }).fill('0797-6220000');
    await form.getByLabel(zh.dispatch.need.post, { exact: true }).fill('县应急局值班室');
    expect(await breaches(form)).toEqual([]);
  });

  it('sees who fits, why in this order, and who is left out and why; points at the staging zone, and asks the best', async () => {
    const page = await open(duty);
    await atDesk(page);
    await atTeams(page);
    await page.keyboard.press('g');
    const form = formOf(page);
    const ranked = form.getByRole('region', { name: zh.dispatch.rank.title });
    await ranked.getByText(saying(zh.dispatch.rank.fit_other, { count: 2 })).waitFor();
    const [first = '', second = ''] = await ranked.locator('ol > li').allInnerTexts();
    for (const said of ['蓝天队', zh.team.level[2], zh.dispatch.rank.best, saying(zh.dispatch.minutes, { count: 30 })]) expect(first).toMatch(said);
    expect(second).toMatch('红会队');
    const out = ranked.locator('ul > li');
    await out.getByText('山岳队').waitFor();
    await out.getByText(zh.dispatch.against['off-duty']).waitFor();
    // A team that something speaks against wants a reason.
    await out.getByRole('checkbox').check();
    await form.getByLabel(zh.dispatch.need.override, { exact: true }).waitFor();
    await out.getByRole('checkbox').uncheck();

    await form.getByRole('button', { name: zh.dispatch.need.point }).click();
    const before = await form.getByText(saying(zh.dispatch.need.pointing)).innerText();
    await mapOf(page).click({ position: { x: 300, y: 330 } });
    await until('the point has moved', async () => (await form.getByText(saying(zh.dispatch.need.pointing)).innerText()) !== before);
    await page.keyboard.press('Escape');
    await form.getByText(saying(zh.dispatch.need.placeHint)).waitFor();
    await form.getByLabel(zh.dispatch.need.place, { exact: true }).fill('贡江大桥东');
    await form.getByLabel(zh.dispatch.need.hazards, { exact: true }).fill('上游泄洪');
    await page.keyboard.press('Control+Enter');
    await offerOf(page, '蓝天队').getByText(zh.dispatch.missionState.offered).waitFor();
    expect(await formOf(page).count()).toBe(0);
    expect(await theDispatch()).toMatchObject({ state: 'open', staging: { text: '贡江大桥东' }, hazards: '上游泄洪', offers: [{ teamId: BLUE }] });
    await stripOf(page).getByText(zh.dispatch.strip.lacking).waitFor();
    // Stated, it is no draft any more.
    await page.reload();
    await offerOf(page, '蓝天队').waitFor();
    expect(await formOf(page).count()).toBe(0);
  });

  it('watches the answers come in, words whole, and follows the mission until it is released', async () => {
    const { id: dispatchId, checkInCode = '' } = await theDispatch();
    const page = await open(duty);
    await atDesk(page);
    await atTeams(page);
    const offer = offerOf(page, '蓝天队');

    await page.getByRole('button', { name: zh.dispatch.do.offer }).click();
    const more = page.getByRole('group', { name: zh.dispatch.do.offer });
    await more.getByRole('checkbox', { name: /红会队/ }).check();
    await more.getByRole('button', { name: saying(zh.dispatch.need.askChosen_one, { count: 1 }) }).click();
    await offerOf(page, '红会队').waitFor();
    await taken(red, 'dispatch.decline', { dispatchId, reason: '三艘艇都在检修，十点前修不好' });
    await offerOf(page, '红会队').getByText('三艘艇都在检修，十点前修不好').waitFor();
    await taken(blue, 'dispatch.accept', { dispatchId, etaMinutes: 45, people: 1, text: '已集合' });
    await offer.getByText(zh.dispatch.missionState.accepted).first().waitFor();
    await offer.getByText(/还有 4[45] 分钟/).waitFor();
    await page.getByText(saying(zh.dispatch.board.slots, { taken: 1, needed: 1 })).waitFor();
    await page.getByText(zh.dispatch.state.filled).waitFor();

    const phone = await app().connect(blue);
    await taken(blue, 'dispatch.share', { dispatchId, on: true });
    phone.socket.emit('position', { lng: 115.43, lat: 25.96 });
    await offer.getByText(saying(zh.dispatch.mission.heard_one, { count: 1 })).waitFor();

    await page.getByText(checkInCode, { exact: true }).waitFor();
    await page.getByRole('button', { name: zh.dispatch.board.showCode }).click();
    await page.getByRole('img', { name: saying(zh.dispatch.board.codeOf, { code: checkInCode }) }).waitFor();
    expect(await breaches(page.getByRole('dialog'))).toEqual([]);
    await page.keyboard.press('Escape');

    await taken(blue, 'dispatch.roster', { dispatchId, members: [memberId] });
    await taken(blue, 'dispatch.progress', { dispatchId, status: 'en_route' });
    await offer.getByText(zh.dispatch.gate.title).click();
    await offer.getByRole('checkbox').check();
    await offer.getByRole('button', { name: saying(zh.dispatch.gate.pass_one, { count: 1 }) }).click();
    await offer.getByText(saying(zh.dispatch.mission.present, { present: 1, listed: 1 })).waitFor();
    await offer.getByText(zh.dispatch.mission.by.gate).waitFor();

    await offer.getByLabel(zh.dispatch.assign.zone, { exact: true }).fill('A 区');
    await offer.getByLabel(zh.dispatch.assign.task, { exact: true }).fill('逐户搜救');
    await offer.getByLabel(zh.dispatch.assign.welfare).selectOption('30');
    await offer.getByRole('button', { name: zh.dispatch.assign.give }).click();
    await offer
      .getByText(saying(zh.dispatch.welfare.every, { count: 30 }))
      .first()
      .waitFor();
    await offer.getByText(/剩余 (30:00|29:\d\d)/).waitFor();
    expect(await breaches(page.getByRole('tabpanel'))).toEqual([]);
    expect(await breaches(stripOf(page))).toEqual([]);

    const sheet = page.waitForEvent('download');
    await offer.getByRole('button', { name: zh.dispatch.mission.worksheetPdf }).click();
    expect((await sheet).suggestedFilename()).toMatch(/任务单-蓝天队\.pdf$/);

    await offer.getByRole('button', { name: zh.dispatch.do.release }).click();
    await page.keyboard.type('水已退');
    await page.keyboard.press('Enter');
    await offer.getByText(saying(zh.dispatch.board.told, { text: '水已退' })).waitFor();
    await taken(blue, 'dispatch.progress', { dispatchId, status: 'returned' });
    await taken(blue, 'dispatch.debrief', { dispatchId, hours: [{ memberId, hours: 6 }] });
    await offer.getByText(saying(zh.dispatch.certificate.title, { made: 0, count: 1 })).click();
    await offer.getByRole('button', { name: zh.dispatch.certificate.make }).click();
    await offer.getByText(/^[0-9A-HJKMNP-TV-Z]{16}$/).waitFor();
  });

  it('ends a need with a reason, and records a team that came by itself', async () => {
    const page = await open(duty);
    await atDesk(page);
    await atTeams(page);
    const incidentId = (await theDispatch()).incidentId;
    const staging = { lng: 115.42, lat: 25.95, text: '罗坳镇政府' };
    const acceptBy = new Date(Date.now() + 3_600_000).toISOString();
    const second = { incidentId, capability: { category: 'medical' }, teamsNeeded: 2, teamIds: [RED], staging, acceptBy };
    const id = (await taken(duty, 'dispatch.request', second))['dispatch'] ?? '';
    await page.getByRole('button', { name: zh.dispatch.do.cancel }).click();
    await page.keyboard.press('Enter');
    expect(app().core.world.get('dispatch', id)?.state).toBe('open');
    await page.keyboard.type('险情解除');
    await page.keyboard.press('Enter');
    await page.getByText(zh.dispatch.state.cancelled).waitFor();
    expect(app().core.world.get('dispatch', id)).toMatchObject({ state: 'cancelled', endedFor: '险情解除' });
    const self = page.getByRole('region', { name: zh.dispatch.self.title });
    await self.getByRole('button', { name: zh.dispatch.self.add }).click();
    await self.getByRole('combobox', { name: zh.dispatch.self.team }).selectOption(RED);
    await self.getByLabel(zh.dispatch.self.people).fill('6');
    await self.getByLabel(zh.dispatch.self.text).fill('自带皮划艇两艘');
    await self.getByRole('button', { name: zh.dispatch.self.record }).click();
    await self.getByText('自带皮划艇两艘').waitFor();
    await self.getByText(zh.dispatch.missionState.self_reported).waitFor();
  });
});

it('the wall counts the teams that are out, and says where', async () => {
  const page = await open(duty, '/wall', { viewport: { width: 1920, height: 1080 } });
  const teams = page.getByRole('region', { name: zh.dispatch.strip.title });
  await teams.getByText('红会队').waitFor();
  await teams.getByText(TITLE).waitFor();
  const number = page.locator('.wall-numbers > div').filter({ hasText: zh.dispatch.strip.out });
  expect(await number.locator('dd').innerText()).toBe('1');
  expect(await breaches(teams)).toEqual([]);
});
