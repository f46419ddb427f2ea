import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OrderType, Payload } from '#shared/catalogue.ts';
import { diffOf } from '#shared/plan/diff.ts';
import { publicCopy } from '#shared/plan/public-copy.ts';
import { editionId, stateOf, type Edition, type Plan } from '#shared/plan/state.ts';
import { leapingClock, type DrivenClock } from '#test/support/driven-clock.ts';
import { aFlood } from '#test/support/payloads.ts';
import { aPlan } from '#test/support/plans.ts';
import { WATER, YUDU } from '#test/support/seats.ts';
import { testApp, type TestApp, type TestUser } from '#test/support/test-app.ts';
import { until } from '#test/support/until.ts';

/** The night of the flood, by the city's clock 02:55 on 1 June. */
const FLOOD = '2026-05-31T18:55:00.000Z';
const DOC_NO = '赣市府办字〔2026〕31号';
const BASIS = '通讯录有误，没有夜间转移路线';

let clock: DrivenClock;
let app: TestApp;
let planner: TestUser;
let second: TestUser;
let water: TestUser;
let leader: TestUser;
let yudu: TestUser;
let yuduLeader: TestUser;
let planId: string;
let responseId: string;

const plan = (): Plan => app.core.world.get('plan', planId) ?? expect.unreachable('the plan is gone');
const edition = (no: number): Edition => app.core.world.get('edition', editionId(planId, no)) ?? expect.unreachable('the text is gone');
const leapTo = (instant: string): Promise<void> => clock.advance(Date.parse(instant) - clock.now().getTime());
/** From within: who sits for months signs in anew, which is not the matter here. */
const order = <T extends OrderType>(user: TestUser, type: T, payload: Payload<T>) =>
  app.core.orders.receive({ id: app.core.ids.next(), type, payload }, user.seat);

async function give<T extends OrderType>(user: TestUser, type: T, payload: Payload<T>): Promise<Record<string, string>> {
  const answer = await order(user, type, payload);
  if (!answer.ok) throw new Error(`${type}: ${answer.code} ${answer.message}`);
  return answer.refs;
}

async function through(): Promise<void> {
  await give(planner, 'plan.submit', { planId, consult: [WATER, YUDU] });
  await give(planner, 'plan.submit', { planId });
  await give(second, 'plan.review', { planId, aspect: 'coordination', passed: true, opinion: '与省防汛预案衔接一致' });
  await give(water, 'plan.review', { planId, aspect: 'legality', passed: true, opinion: '未见违反上位法' });
  await give(leader, 'plan.approve', { planId, approved: true, opinion: '同意印发' });
}

beforeAll(async () => {
  clock = leapingClock(FLOOD);
  app = await testApp({ ports: { clock } });
  await app.order(app.admin, 'organisation.add', { organisationId: WATER, kind: 'department', name: '水利局', parent: '360700', lines: ['N01'] });
  [planner, second, water, leader, yudu, yuduLeader] = await Promise.all([
    app.addUser('planner'),
    app.addUser('planner', undefined, 'second'),
    app.addUser('department', WATER),
    app.addUser('city-leader'),
    app.addUser('county-duty', YUDU),
    app.addUser('county-leader', YUDU),
  ]);
  planId = (await give(planner, 'plan.draft', { content: aPlan() }))['plan'] ?? '';
  await through();
  await give(planner, 'plan.issue', { planId, docNo: '赣市府办字〔2025〕9号', issuedAt: '2025-03-03', draftingNote: '首次编制' });
  await give(planner, 'plan.schedule', {
    planId,
    purpose: 'drill',
    rrule: 'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=15',
    anchor: '2027-03-15T09:00',
    zone: 'Asia/Shanghai',
  });
  const { incident: incidentId = '' } = await give(yudu, 'incident.log', aFlood());
  const launch = {
    incidentId,
    planId,
    level: 'IV',
    matters: '于都山洪应急响应',
    expectedUntil: '2026-06-02T02:55:00+08:00',
    measures: ['meet', 'warn', 'shelter'],
  } as const;
  responseId = (await give(yuduLeader, 'response.launch', { ...launch, measures: [...launch.measures] }))['response'] ?? '';
});
afterAll(() => app.close());

test('the response runs out without a word, and is entered once', async () => {
  await leapTo('2026-06-01T18:55:01.000Z');
  await until('its end has passed', () => app.core.world.get('response', responseId)?.overdueAt !== undefined);
  const late = [...app.core.world.all('note')].filter(({ entry, set }) => entry === 'response.lapsed' && set?.['lapsed'] === 'expected-end');
  expect(late).toHaveLength(1);
  await give(yuduLeader, 'response.terminate', { responseId, reason: '洪水消退' });
});

test('a finding of the drill opens a revision that carries it; the first comment has to be answered', async () => {
  await leapTo('2026-08-03T01:00:00.000Z');
  await give(planner, 'plan.revise', { planId, trigger: 'drill', reason: BASIS });
  expect(plan()).toMatchObject({ current: { no: 1 }, draft: { no: 2, trigger: { trigger: 'drill', reason: BASIS } } });
  const route = { id: 'response.night', part: 'response', title: '夜间转移', text: '每个危险区明确两条夜间转移路线。' } as const;
  await give(planner, 'plan.edit', { planId, baseRevision: 1, changes: [{ in: 'clauses', put: route, after: '5.1' }] });
  await give(planner, 'plan.submit', { planId, consult: [WATER, YUDU] });
  await give(yudu, 'plan.comment', { planId, clauseId: 'response.night', text: '请增加照明保障' });
  expect(await order(planner, 'plan.submit', { planId })).toMatchObject({ ok: false, code: 'plan.comments-open' });
  const [comment] = edition(2).comments;
  await give(planner, 'plan.resolve', { planId, commentId: comment?.id ?? '', adopted: true, reply: '已补充' });
  await give(planner, 'plan.edit', { planId, baseRevision: 2, changes: [{ in: 'clauses', put: { ...route, text: `${route.text}配备移动照明。` } }] });
});

test('reviewed by others than its drafter, approved, and not issued without a drafting note', async () => {
  await give(planner, 'plan.submit', { planId });
  expect(await order(planner, 'plan.review', { planId, aspect: 'legality', passed: true, opinion: '…' })).toMatchObject({
    ok: false,
    code: 'plan.same-person',
  });
  await give(second, 'plan.review', { planId, aspect: 'coordination', passed: true, opinion: '与省防汛预案衔接一致' });
  await give(water, 'plan.review', { planId, aspect: 'legality', passed: true, opinion: '未见违反上位法' });
  await give(leader, 'plan.approve', { planId, approved: true, opinion: '同意印发' });
  await leapTo('2026-09-21T02:00:00.000Z');
  const issue = { planId, docNo: DOC_NO, issuedAt: '2026-09-21' };
  const without = await app.core.orders.receive({ id: app.core.ids.next(), type: 'plan.issue', payload: issue }, planner.seat);
  expect(without).toMatchObject({ ok: false, code: 'invalid', details: [{ path: 'draftingNote' }] });
  await give(planner, 'plan.issue', { ...issue, draftingNote: '根据演练发现的问题修订' });
});

test('issued on 2026-09-21 it is to be filed by 2026-10-26, and to be reviewed three years on', async () => {
  expect(plan()).toMatchObject({
    current: { no: 2, docNo: DOC_NO },
    versions: [{ no: 1, supersededAt: expect.stringMatching(/^2026-09-21T02:00/) }, { no: 2 }],
  });
  expect(plan().slips.filter(({ no }) => no === 2)).toMatchObject([{ due: '2026-10-26' }, { cc: true, due: '2026-10-26' }]);
  expect(app.core.world.get('schedule', `${planId}.review`)).toMatchObject({ dueAt: '2029-09-21T01:00:00.000Z' });
});

test('filed with a receipt within five working days, it counts as filed', async () => {
  await leapTo('2026-10-12T02:00:00.000Z');
  const slip = plan().slips.find(({ no, cc }) => no === 2 && !cc)?.n ?? 0;
  await give(leader, 'plan.file', { planId, slip, step: 'sent' });
  expect(plan().slips.find(({ n }) => n === slip)).toMatchObject({ receiptDue: '2026-10-19' });
  await leapTo('2026-10-16T02:00:00.000Z');
  await give(planner, 'plan.file', { planId, slip, step: 'received', receiptNo: '备〔2026〕12号' });
  expect(stateOf(plan())).toBe('filed');
});

test('the flood of June still shows the version it was handled under, and what has changed is told clause by clause', () => {
  expect(app.core.world.get('response', responseId)).toMatchObject({ no: 1, planDocNo: '赣市府办字〔2025〕9号' });
  expect(edition(1).content.clauses.map(({ id }) => id)).not.toContain('response.night');
  expect(diffOf(edition(1).content, edition(2).content).map(({ kind, piece }) => `${kind} ${piece}`)).toEqual(['added clauses/response.night']);
});

test('its public copy has no telephone number', () => {
  expect(JSON.stringify(edition(2).content)).toContain('0797-8391111');
  expect(JSON.stringify(publicCopy(edition(2).content))).not.toMatch(/8391111/);
});

test('two years in which nobody looked: each reminder and each drill that was missed is entered once', async () => {
  await leapTo('2029-03-16T00:00:00.000Z');
  const drill = () => [...app.core.world.all('schedule')].find(({ purpose }) => purpose === 'drill');
  await until('the third drill was missed', () => drill()?.missed.length === 3);
  expect(drill()?.missed).toEqual(['2027-03-15T01:00:00.000Z', '2028-03-15T01:00:00.000Z', '2029-03-15T01:00:00.000Z']);
  const said = drill()?.log.map(({ what, days }) => `${what} ${days ?? ''}`.trim()) ?? [];
  expect(said.filter((one) => one === 'missed')).toHaveLength(3);
  expect(said.filter((one) => one === 'reminded 90').length).toBeLessThanOrEqual(3);
  expect(await app.core.journal.verify()).toMatchObject({ ok: true });
});
