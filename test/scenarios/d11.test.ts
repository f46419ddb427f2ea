import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OrderType, Payload } from '#shared/catalogue.ts';
import type { Handover } from '#shared/duty/state.ts';
import { shiftThatAnswered } from '#shared/duty/state.ts';
import { mayRead } from '#shared/readers.ts';
import { leapingClock, type DrivenClock } from '#test/support/driven-clock.ts';
import { aFlood } from '#test/support/payloads.ts';
import { YUDU } from '#test/support/seats.ts';
import { testApp, type TestApp, type TestUser } from '#test/support/test-app.ts';
import { until } from '#test/support/until.ts';

/** 31 May, 20:00, by the city's clock. */
const EVENING = '2026-05-31T12:00:00.000Z';
const MORNING = '2026-06-01T00:00:00.000Z';
const NIGHT = `${YUDU}.20260531T120000Z`;
const DAY = `${YUDU}.20260601T000000Z`;

let clock: DrivenClock;
let app: TestApp;
let out: TestUser;
let into: TestUser;
let leader: TestUser;
let early: string;
let handoverId: string;

const named = ({ id, username: name }: TestUser) => ({ id, name });
/** From within: who sits twelve hours signs in anew, which is not the matter here. */
const orderOf = (user: TestUser, type: OrderType, payload: unknown) => app.core.orders.receive({ id: app.core.ids.next(), type, payload }, user.seat);
/** Every timer that is not met, and when it ends. */
const running = () =>
  [...app.core.world.all('incident')].flatMap(({ id, deadlines = [] }) => deadlines.filter(({ met }) => !met).map(({ rule, dueAt }) => [id, rule, dueAt]));
const sheet = (): Handover => app.core.world.get('handover', handoverId) ?? expect.unreachable('the sheet is gone');
const leapTo = (instant: string): Promise<void> => clock.advance(Date.parse(instant) - clock.now().getTime());

async function give<T extends OrderType>(user: TestUser, type: T, payload: Payload<T>): Promise<Record<string, string>> {
  const answer = await orderOf(user, type, payload);
  if (!answer.ok) throw new Error(`${type}: ${answer.code} ${answer.message}`);
  return answer.refs;
}

const code = async <T extends OrderType>(user: TestUser, type: T, payload: Payload<T>) => {
  const answer = await orderOf(user, type, payload);
  return answer.ok ? 'ok' : answer.code;
};

beforeAll(async () => {
  clock = leapingClock(EVENING);
  app = await testApp({ ports: { clock } });
  [out, into, leader] = await Promise.all([
    app.addUser('county-duty', YUDU, 'zhao'),
    app.addUser('county-duty', YUDU, 'qian'),
    app.addUser('county-leader', YUDU, 'sun'),
  ]);
  const shifts = [
    { from: EVENING, to: MORNING, officers: [named(out)], leader: named(leader) },
    { from: MORNING, to: '2026-06-01T12:00:00.000Z', officers: [named(into)], leader: named(leader) },
  ];
  await give(leader, 'duty.plan', { shifts });
  await give(out, 'duty.start', { shiftId: NIGHT });
  const { incident = '' } = await give(out, 'incident.log', aFlood({ title: '梅江漫堤' }));
  await give(out, 'incident.log', aFlood({ title: '贡江镇内涝' }));
  for (const text of ['立即转移沿岸群众', '核实被困人数', '预置救援力量']) await give(leader, 'instruction.give', { incidentId: incident, text, to: YUDU });
});
afterAll(() => app.close());

test('a call at 07:59 belongs to the shift that answered', async () => {
  await leapTo('2026-05-31T23:59:00.000Z');
  const { incident = '' } = await give(out, 'incident.log', aFlood({ title: '七点五十九分来电' }));
  early = incident;
  await leapTo('2026-06-01T00:01:00.000Z');
  const { receivedAt, loggedBy } = app.core.world.get('incident', early) ?? expect.unreachable();
  expect(shiftThatAnswered(app.core.world.all('shift'), YUDU, receivedAt, loggedBy.id)?.id).toBe(NIGHT);
});

test('the sheet lists every open incident, running timer and unfinished instruction', async () => {
  const { handover = '' } = await give(out, 'duty.hand', { shiftId: NIGHT, toShiftId: DAY });
  handoverId = handover;
  const kinds = sheet().items.map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'incident')).toHaveLength(3);
  expect(kinds.filter((kind) => kind === 'instruction')).toHaveLength(3);
  const timers = [...app.core.world.all('incident')].flatMap(({ deadlines = [] }) => deadlines.filter(({ met, from }) => !met && from === 'county'));
  expect(timers.length).toBeGreaterThan(0);
  expect(kinds.filter((kind) => kind === 'deadline').length).toBeGreaterThanOrEqual(timers.length);
});

test('it can not be signed while a timer has nobody, and says which; the timers keep running', async () => {
  const before = running();
  const timer = sheet().items.find(({ kind }) => kind === 'deadline') ?? expect.unreachable('no timer');
  const rest = sheet().items.filter(({ key }) => key !== timer.key);
  await give(into, 'duty.take', { handoverId, items: rest.map(({ key }) => ({ key, owner: into.id })) });
  const answer = await orderOf(out, 'duty.sign', { handoverId, as: 'outgoing' });
  expect(answer).toMatchObject({ ok: false, code: 'duty.unowned', details: [{ path: timer.key }] });
  expect(running()).toEqual(before);
});

test('while the relief is late the outgoing shift stays, and the leader is told once', async () => {
  await leapTo('2026-06-01T00:15:01.000Z');
  await until('the alarm was given', () => app.core.world.get('shift', NIGHT)?.reliefLateAt !== undefined);
  expect(app.core.world.get('shift', NIGHT)).toMatchObject({ status: 'handing_over', officers: [{ id: out.id }] });
  const told = [...app.core.world.all('dutylog')].filter(({ entry, readers }) => entry === 'duty.relief-late' && mayRead(new Set(leader.seat.rooms), readers));
  expect(told).toHaveLength(1);
});

test('what comes meanwhile is taken before anybody signs; then each side signs with an own account', async () => {
  const { incident = '' } = await give(out, 'incident.log', aFlood({ title: '交接时来电' }));
  const unowned = await orderOf(out, 'duty.sign', { handoverId, as: 'outgoing' });
  const open = unowned.ok ? [] : (unowned.details ?? []).map(({ path }) => path);
  expect(open).toContain(`incident/${incident}`);
  await give(into, 'duty.take', { handoverId, items: open.map((key) => ({ key, owner: into.id })) });
  expect(await code(into, 'duty.sign', { handoverId, as: 'outgoing' })).toBe('not-permitted');
  await give(out, 'duty.sign', { handoverId, as: 'outgoing' });
  await give(into, 'duty.sign', { handoverId, as: 'incoming' });
  expect(app.core.world.get('shift', NIGHT)?.status).toBe('handing_over');
  await give(leader, 'duty.sign', { handoverId, as: 'leader' });
  expect([app.core.world.get('shift', NIGHT)?.status, app.core.world.get('shift', DAY)?.status]).toEqual(['closed', 'on_duty']);
});

test('afterwards the sheet can only be read, each item with its owner and its minute', async () => {
  const before = JSON.stringify(sheet());
  expect(await code(into, 'duty.take', { handoverId, items: [{ key: 'x', owner: into.id }] })).toBe('duty.closed');
  expect(await code(out, 'duty.resume', { handoverId, reason: '…' })).toBe('duty.closed');
  expect(await code(leader, 'duty.sign', { handoverId, as: 'leader' })).toBe('duty.closed');
  expect(JSON.stringify(sheet())).toBe(before);
  expect(sheet().items.every(({ owner, tickedAt, settled }) => settled === true || (owner?.id === into.id && tickedAt !== undefined))).toBe(true);
  expect(sheet().endedAt).toBeDefined();
});
