import { setTimeout as sleep } from 'node:timers/promises';
import type { OrderType } from '#shared/catalogue.ts';
import { seatAt, SYSTEM_SEAT } from './seats.ts';
import type { Seat } from '#shared/seat.ts';
import type { Give } from './order-cases.ts';
import { aFlood, placeIn } from './payloads.ts';

type Cases<T extends string> = { [K in Extract<OrderType, T>]: (give: Give) => Promise<unknown> };

const HOUR = 3_600_000;
const inHours = (hours: number): string => new Date(Date.now() + hours * HOUR).toISOString();
const named = ({ actor: { id, name } }: Seat) => ({ id, name });

/** The duty office of a county: two officers and a leader. Each scene has one of its own, for a post is held by one shift at a time. */
async function office(give: Give, org: string) {
  const [out, into, leader] = [seatAt('county-duty', org, `out@${org}`), seatAt('county-duty', org, `into@${org}`), seatAt('county-leader', org)];
  for (const { actor } of [out, into]) await give(SYSTEM_SEAT, 'seat.grant', { userId: actor.id, role: 'county-duty', org });
  await give(SYSTEM_SEAT, 'seat.grant', { userId: leader.actor.id, role: 'county-leader', org });
  return { org, out, into, leader };
}

type Office = Awaited<ReturnType<typeof office>>;

async function plan(give: Give, { out, into, leader }: Office, from = -0.1) {
  const [begin, change, end] = [inHours(from), inHours(8), inHours(16)];
  const shifts = [
    { from: begin, to: change, officers: [named(out)], leader: named(leader) },
    { from: change, to: end, officers: [named(into)], leader: named(leader) },
  ];
  const first = await give(out, 'duty.plan', { shifts });
  return { shiftId: first, toShiftId: first.replace(/\d{8}T\d{6}Z$/, change.replaceAll(/[-:]|\.\d+/g, '')) };
}

async function started(give: Give, org: string) {
  const there = await office(give, org);
  const shifts = await plan(give, there);
  await give(there.out, 'duty.start', { shiftId: shifts.shiftId });
  return { ...there, ...shifts };
}

async function opened(give: Give, org: string) {
  const there = await started(give, org);
  const incidentId = await give(there.out, 'incident.log', aFlood({ place: placeIn(org) }));
  const handoverId = await give(there.out, 'duty.hand', { shiftId: there.shiftId, toShiftId: there.toShiftId, text: '水位仍高' });
  return { ...there, incidentId, handoverId };
}

async function handedOver(give: Give, org: string) {
  const there = await started(give, org);
  const handoverId = await give(there.out, 'duty.hand', { shiftId: there.shiftId, toShiftId: there.toShiftId });
  for (const as of ['outgoing', 'incoming', 'leader'] as const) {
    const seat = as === 'outgoing' ? there.out : as === 'incoming' ? there.into : there.leader;
    await give(seat, 'duty.sign', { handoverId, as });
  }
  return there;
}

export const DUTY_CASES: Cases<`duty.${string}` | `contact.${string}`> = {
  'contact.save': async (give) => {
    const { out, leader } = await office(give, '360703');
    const contactId = await give(out, 'contact.save', { post: '带班领导', name: '李四', phone: '13912345678', rank: 1 });
    await give(leader, 'contact.save', { contactId, post: '县政府带班领导', phone: '0797-6230119' });
  },
  'contact.verify': async (give) => {
    const { out } = await office(give, '360703');
    const contactId = await give(out, 'contact.save', { post: '值班室', unit: '县政府办' });
    await give(out, 'contact.verify', { contactId });
  },
  'contact.remove': async (give) => {
    const { out } = await office(give, '360703');
    const contactId = await give(out, 'contact.save', { post: '消防值班', phone: '119119' });
    await give(out, 'contact.remove', { contactId, reason: '撤销' });
  },
  'contact.reveal': async (give) => {
    const { out } = await office(give, '360703');
    const contactId = await give(out, 'contact.save', { post: '水利局值班', name: '王五', phone: '13912345678' });
    await give(seatAt('city-duty'), 'contact.reveal', { contactIds: [contactId] });
    await give(seatAt('county-duty', '360704'), 'contact.reveal', { contactIds: [contactId], reason: '相邻县联动' });
  },
  'duty.plan': async (give) => {
    const there = await office(give, '360704');
    await plan(give, there, 1);
  },
  'duty.cancel': async (give) => {
    const there = await office(give, '360722');
    const { shiftId } = await plan(give, there, 1);
    await give(there.leader, 'duty.cancel', { shiftId, reason: '调整' });
  },
  'duty.swap': async (give) => {
    const there = await office(give, '360723');
    const { shiftId, toShiftId } = await plan(give, there, 1);
    await give(there.out, 'duty.swap', { shiftId, forShiftId: toShiftId, to: named(there.into), reason: '家中有事' });
  },
  'duty.answer': async (give) => {
    const there = await office(give, '360724');
    const { shiftId, toShiftId } = await plan(give, there, 1);
    await give(there.out, 'duty.swap', { shiftId, forShiftId: toShiftId, to: named(there.into), reason: '家中有事' });
    await give(there.into, 'duty.answer', { shiftId, accept: true });
    await give(there.into, 'duty.swap', { shiftId, to: named(there.out), reason: '又有变化' });
    await give(there.out, 'duty.answer', { shiftId, accept: false, reason: '已有安排' });
  },
  'duty.start': (give) => started(give, '360725'),
  'duty.note': async (give) => {
    const { out } = await started(give, '360726');
    await give(out, 'duty.note', { text: '市防办电话通知做好强降雨防范', at: inHours(-0.05) });
  },
  'duty.correct': async (give) => {
    const { out, leader } = await started(give, '360728');
    const dutylogId = await give(out, 'duty.note', { text: '3 处塌方' });
    await give(leader, 'duty.correct', { dutylogId, text: '2 处塌方', reason: '核实' });
  },
  'duty.check': async (give) => {
    const { out, leader, shiftId } = await started(give, '360729');
    await give(leader, 'duty.check', { shiftId, of: 'officers', result: 'answered' });
    await give(out, 'duty.check', { shiftId, of: 'leader', result: 'answered', minutes: 7 });
    await give(seatAt('city-duty'), 'duty.check', { shiftId, of: 'officers', result: 'no-answer', text: '电话两次未接' });
  },
  'duty.hand': (give) => opened(give, '360730'),
  'duty.take': async (give) => {
    const { into, incidentId, handoverId } = await opened(give, '360732');
    await give(into, 'duty.take', { handoverId, items: [{ key: `incident/${incidentId}`, owner: into.actor.id }] });
  },
  'duty.resume': async (give) => {
    const { out, handoverId } = await opened(give, '360733');
    await give(out, 'duty.resume', { handoverId, reason: '接班人员未到' });
  },
  'duty.sign': (give) => handedOver(give, '360734'),
  'duty.alarm': async (give) => {
    const there = await office(give, '360735');
    await plan(give, there, -0.5);
    // Overdue from the first: the clockwork gives it by itself.
    await sleep(500);
  },
  'duty.archive': async (give) => {
    const { shiftId } = await handedOver(give, '360781');
    await give(SYSTEM_SEAT, 'duty.archive', { shiftId });
  },
};
