import { describe, expect, it } from 'vitest';
import { dueOf } from '#shared/clockwork.ts';
import { given, idOf, past, type PastOrder } from '#test/support/given.ts';
import { aFlood } from '#test/support/payloads.ts';
import { cityDuty, seatAt, SYSTEM_SEAT, YUDU, yuduLeader, ZHANGGONG } from '#test/support/seats.ts';
import { handoverItems } from './items.ts';
import { rotate, warningsOf } from './roster.ts';
import { shiftThatAnswered } from './state.ts';

const [zhao, qian, sun] = ['zhao', 'qian', 'sun'].map((id) => seatAt('county-duty', YUDU, id)) as [typeof cityDuty, typeof cityDuty, typeof cityDuty];
const named = ({ actor: { id, name } }: typeof cityDuty) => ({ id, name });
const NIGHT = `${YUDU}.20260531T120000Z`;
const DAY = `${YUDU}.20260601T000000Z`;
const [EVENING, MORNING] = ['2026-05-31T12:00:00.000Z', '2026-06-01T00:00:00.000Z'];
const leader = named(yuduLeader);
const night = { from: EVENING, to: MORNING, officers: [named(zhao)], leader };
const day = { from: MORNING, to: '2026-06-01T12:00:00.000Z', officers: [named(qian)], leader };

const staff: PastOrder[] = [
  ...[zhao, qian, sun].map(({ actor }) =>
    past(SYSTEM_SEAT, 'seat.grant', { userId: actor.id, role: 'county-duty' as const, org: YUDU }, { at: EVENING, id: idOf(50) }),
  ),
  past(SYSTEM_SEAT, 'seat.grant', { userId: yuduLeader.actor.id, role: 'county-leader', org: YUDU }, { at: EVENING, id: idOf(51) }),
];
const planned = [...staff, past(zhao, 'duty.plan', { shifts: [night, day] }, { at: EVENING, id: idOf(2) })];
const started = [...planned, past(zhao, 'duty.start', { shiftId: NIGHT }, { at: EVENING, id: idOf(3) })];
const opened = [...started, past(zhao, 'duty.hand', { shiftId: NIGHT, toShiftId: DAY }, { at: '2026-05-31T23:55:00Z', id: idOf(4) })];
const HANDOVER = idOf(4);
const flood = past(zhao, 'incident.log', aFlood(), { at: '2026-05-31T23:00:00Z', id: idOf(10) });
const ITEM = `incident/${idOf(10)}`;

describe('a roster', () => {
  it('is planned by one’s own duty office, of its own staff', () => {
    given(...staff)
      .at(EVENING)
      .when(yuduLeader, 'duty.plan', { shifts: [night, day] })
      .expectEvents([{ type: 'duty.planned', org: YUDU, shifts: [{ shiftId: NIGHT }, { shiftId: DAY }] }]);
    const there = given(...staff).at(EVENING);
    there.when(cityDuty, 'duty.plan', { org: YUDU, shifts: [night] }).expectRefusal('not-permitted');
    const stranger = named(seatAt('county-duty', ZHANGGONG));
    there.when(zhao, 'duty.plan', { shifts: [{ ...night, officers: [stranger] }] }).expectRefusal('duty.not-own-staff', 'shifts.0.officers');
    there.when(zhao, 'duty.plan', { shifts: [{ ...night, leader: named(sun) }] }).expectRefusal('duty.not-own-staff', 'shifts.0.leader');
  });

  it('does not name who has lost the seat', () => {
    const gone = past(SYSTEM_SEAT, 'seat.revoke', { userId: 'zhao', reason: 'disabled' }, { at: EVENING, id: idOf(60) });
    given(...staff, gone)
      .at(EVENING)
      .when(qian, 'duty.plan', { shifts: [night] })
      .expectRefusal('duty.not-own-staff');
  });

  it('has no two shifts at once, and a shift that is planned anew takes the place of the old', () => {
    const there = given(...planned).at(EVENING);
    there.when(zhao, 'duty.plan', { shifts: [{ ...night, from: '2026-05-31T14:00:00Z' }] }).expectRefusal('duty.overlap');
    const again = there.when(zhao, 'duty.plan', { shifts: [{ ...night, officers: [named(sun)] }] });
    expect(again.document('shift', NIGHT)).toMatchObject({ officers: [{ id: 'sun' }], status: 'planned' });
    given(...started)
      .at(EVENING)
      .when(qian, 'duty.plan', { shifts: [night] })
      .expectRefusal('duty.under-way');
  });

  it('turns with the crews, and says where nobody is and who stays on', () => {
    const crews = [
      { officers: [named(zhao)], leader },
      { officers: [named(qian)], leader },
    ];
    const shifts = rotate([EVENING, MORNING, day.to, '2026-06-02T00:00:00.000Z'], crews, 1);
    expect(shifts.map(({ officers }) => officers[0]?.id)).toEqual(['qian', 'zhao', 'qian']);
    const row = (id: string, from: string, to: string, who: typeof zhao) => ({ id, from, to, officers: [named(who)] });
    expect(
      warningsOf([row('b', MORNING, day.to, zhao), row('a', EVENING, MORNING, zhao), row('c', '2026-06-02T00:00:00.000Z', '2026-06-02T12:00:00.000Z', zhao)]),
    ).toEqual([
      { kind: 'double', shiftId: 'b', name: 'zhao' },
      { kind: 'gap', from: day.to, to: '2026-06-02T00:00:00.000Z' },
    ]);
  });
});

describe('a swap', () => {
  const asked = past(zhao, 'duty.swap', { shiftId: NIGHT, forShiftId: DAY, to: named(qian), reason: '家中有事' }, { at: EVENING, id: idOf(5) });

  it('is asked by one, accepted by the other, and changes both shifts', () => {
    const there = given(...planned, asked).at(EVENING);
    there.when(sun, 'duty.answer', { shiftId: NIGHT, accept: true }).expectRefusal('not-permitted');
    const done = there.when(qian, 'duty.answer', { shiftId: NIGHT, accept: true });
    expect(done.document('shift', NIGHT)).toMatchObject({ officers: [{ id: 'qian' }], swaps: [{ answered: { accepted: true } }] });
    expect(there.world.get('shift', DAY)).toMatchObject({ officers: [{ id: 'zhao' }] });
  });

  it('is not asked for another’s shift, nor accepted once the crew has changed', () => {
    given(...planned)
      .at(EVENING)
      .when(qian, 'duty.swap', { shiftId: NIGHT, to: named(sun), reason: '…' })
      .expectRefusal('not-permitted');
    const changed = past(yuduLeader, 'duty.plan', { shifts: [{ ...day, officers: [named(sun)] }] }, { at: EVENING, id: idOf(6) });
    given(...planned, asked, changed)
      .at(EVENING)
      .when(qian, 'duty.answer', { shiftId: NIGHT, accept: true })
      .expectRefusal('duty.no-swap');
  });
});

describe('a shift', () => {
  it('is taken by its own officer, at its time, while nobody else is at the post', () => {
    const there = given(...planned);
    there.at('2026-05-31T10:00:00Z').when(zhao, 'duty.start', { shiftId: NIGHT }).expectRefusal('duty.too-early');
    there.at(EVENING).when(sun, 'duty.start', { shiftId: NIGHT }).expectRefusal('not-permitted');
    there
      .at(EVENING)
      .when(zhao, 'duty.start', { shiftId: NIGHT })
      .expectEvents([{ type: 'duty.started' }]);
    given(...started)
      .at(MORNING)
      .when(qian, 'duty.start', { shiftId: DAY })
      .expectRefusal('duty.handover-first');
  });

  it('keeps a log in which what was corrected stays', () => {
    const there = given(...started).at('2026-05-31T13:00:00Z');
    const noted = there.when(zhao, 'duty.note', { text: '3 处塌方', at: '2026-05-31T20:58:00+08:00' });
    expect(noted.document('dutylog')).toMatchObject({
      shiftId: NIGHT,
      text: '3 处塌方',
      claimedAt: '2026-05-31T12:58:00.000Z',
      readers: ['org:360731', 'org:360700'],
    });
    const corrected = there.when(yuduLeader, 'duty.correct', { dutylogId: idOf(99), text: '2 处塌方', reason: '核实' }, idOf(98));
    expect(corrected.document('dutylog')).toMatchObject({ text: '3 处塌方', corrections: [{ text: '2 处塌方' }] });
    there.when(seatAt('county-duty', ZHANGGONG), 'duty.correct', { dutylogId: idOf(99), text: 'x', reason: 'x' }).expectRefusal('duty.unknown-line');
  });

  it('is checked from above; a leader who answers after five minutes has answered late', () => {
    const there = given(...started).at(MORNING);
    there.when(cityDuty, 'duty.check', { shiftId: NIGHT, of: 'officers', result: 'answered' }).expectEvents([{ type: 'duty.checked' }]);
    there.when(zhao, 'duty.check', { shiftId: NIGHT, of: 'officers', result: 'answered' }).expectRefusal('not-permitted');
    there.when(zhao, 'duty.check', { shiftId: NIGHT, of: 'leader', result: 'answered', minutes: 6 }).expectEvents([{ check: { late: true } }]);
  });

  it('whose relief is late stays at the post, and the alarm comes once', () => {
    const there = given(...started);
    const shift = there.world.get('shift', NIGHT);
    expect(shift && dueOf('shift', shift, { archiveAfterHours: 24, climbAfterMinutes: 15 }).map(({ rule, at }) => [rule, at])).toEqual([
      ['duty.alarm', '2026-06-01T00:15:00.000Z'],
    ]);
    there.at(MORNING).when(SYSTEM_SEAT, 'duty.alarm', { shiftId: NIGHT }).expectRefusal('duty.not-late');
    const late = there.at('2026-06-01T00:15:00Z').when(SYSTEM_SEAT, 'duty.alarm', { shiftId: NIGHT });
    expect(late.document('shift', NIGHT)).toMatchObject({ status: 'on_duty', reliefLateAt: '2026-06-01T00:15:00.000Z' });
    there.at('2026-06-01T00:16:00Z').when(SYSTEM_SEAT, 'duty.alarm', { shiftId: NIGHT }).expectRefusal('duty.not-late');
    there.at('2026-06-01T00:15:00Z').when(yuduLeader, 'duty.alarm', { shiftId: DAY }).expectRefusal('not-permitted');
  });
});

describe('a shift that came late itself', () => {
  it('is told of once, and has its own relief watched all the same', () => {
    const late = past(SYSTEM_SEAT, 'duty.alarm', { shiftId: NIGHT }, { at: '2026-05-31T12:15:00Z', id: idOf(70) });
    const { world } = given(...planned, late, past(zhao, 'duty.start', { shiftId: NIGHT }, { at: '2026-05-31T12:20:00Z', id: idOf(71) }));
    const shift = world.get('shift', NIGHT);
    expect(shift?.reliefLateAt).toBeUndefined();
    expect(shift && dueOf('shift', shift, { archiveAfterHours: 24, climbAfterMinutes: 15 })).toMatchObject([
      { rule: 'duty.alarm', at: '2026-06-01T00:15:00.000Z' },
    ]);
  });
});

describe('a handover', () => {
  const taken = past(qian, 'duty.take', { handoverId: HANDOVER, items: [{ key: ITEM, owner: 'qian' }] }, { at: MORNING, id: idOf(20) });
  const signed = (seat: typeof zhao, as: 'outgoing' | 'incoming' | 'leader', n: number): PastOrder =>
    past(seat, 'duty.sign', { handoverId: HANDOVER, as }, { at: '2026-06-01T00:05:00Z', id: idOf(n) });

  it('lists what is open, without the title of what is restricted', () => {
    const restricted = past(zhao, 'incident.restrict', { incidentId: idOf(10), named: [], reason: '涉密' }, { at: MORNING, id: idOf(11) });
    const items = [...handoverItems(given(...staff, flood, restricted).world, YUDU)];
    expect(items).toMatchObject([{ key: ITEM, kind: 'incident' }]);
    expect(items[0]).not.toHaveProperty('title');
    expect(handoverItems(given(flood).world, ZHANGGONG)).toEqual([]);
  });

  it('is not signed while an item has nobody, also one that came after it was opened', () => {
    given(...started, flood, ...opened.slice(-1))
      .at(MORNING)
      .when(zhao, 'duty.sign', { handoverId: HANDOVER, as: 'outgoing' })
      .expectRefusal('duty.unowned', ITEM);
    given(...opened, flood)
      .at(MORNING)
      .when(zhao, 'duty.sign', { handoverId: HANDOVER, as: 'outgoing' })
      .expectRefusal('duty.unowned', ITEM);
    const there = given(...opened, flood, taken).at(MORNING);
    there.when(zhao, 'duty.take', { handoverId: HANDOVER, items: [{ key: ITEM, owner: 'zhao' }] }).expectRefusal('not-permitted');
    there.when(qian, 'duty.take', { handoverId: HANDOVER, items: [{ key: ITEM, owner: 'zhao' }] }).expectRefusal('duty.not-of-shift');
    there.when(zhao, 'duty.sign', { handoverId: HANDOVER, as: 'outgoing' }).expectEvents([{ type: 'duty.signed' }]);
  });

  it('is signed by each side with an own account, and then can only be read', () => {
    const two = [...opened, flood, taken, signed(zhao, 'outgoing', 21), signed(qian, 'incoming', 22)];
    given(...opened)
      .at(MORNING)
      .when(qian, 'duty.sign', { handoverId: HANDOVER, as: 'outgoing' })
      .expectRefusal('not-permitted');
    const there = given(...two).at('2026-06-01T00:06:00Z');
    const last = there.when(yuduLeader, 'duty.sign', { handoverId: HANDOVER, as: 'leader' });
    expect(last.document('handover', HANDOVER)).toMatchObject({ status: 'signed', endedAt: '2026-06-01T00:06:00.000Z', items: [{ owner: { id: 'qian' } }] });
    expect([there.world.get('shift', NIGHT)?.status, there.world.get('shift', DAY)?.status]).toEqual(['closed', 'on_duty']);
    there.when(qian, 'duty.take', { handoverId: HANDOVER, items: [{ key: ITEM, owner: 'qian' }] }).expectRefusal('duty.closed');
    there.when(zhao, 'duty.resume', { handoverId: HANDOVER, reason: '…' }).expectRefusal('duty.closed');
    expect(shiftThatAnswered(there.world.all('shift'), YUDU, '2026-05-31T23:59:00.000Z')?.id).toBe(NIGHT);
    expect(shiftThatAnswered(there.world.all('shift'), YUDU, '2026-06-01T00:05:59.000Z')?.id).toBe(NIGHT);
    expect(shiftThatAnswered(there.world.all('shift'), YUDU, '2026-06-01T00:06:00.000Z')?.id).toBe(DAY);
  });

  it('is signed anew when something was taken after a signature', () => {
    const there = given(...opened, signed(zhao, 'outgoing', 21), flood, taken);
    expect(there.world.get('handover', HANDOVER)?.signatures).toEqual({});
  });

  it('is signed by a leader for an outgoing officer who can not, and by nobody twice', () => {
    const there = given(...opened).at(MORNING);
    there.when(yuduLeader, 'duty.sign', { handoverId: HANDOVER, as: 'outgoing', insteadFor: '突发疾病送医' }).expectEvents([{ insteadFor: '突发疾病送医' }]);
    there.when(qian, 'duty.sign', { handoverId: HANDOVER, as: 'outgoing', insteadFor: '…' }).expectRefusal('not-permitted');
    given(...opened, past(yuduLeader, 'duty.sign', { handoverId: HANDOVER, as: 'outgoing', insteadFor: '送医' }, { at: MORNING, id: idOf(23) }))
      .at(MORNING)
      .when(yuduLeader, 'duty.sign', { handoverId: HANDOVER, as: 'leader' })
      .expectRefusal('duty.same-person');
  });

  it('can be taken back: the outgoing shift stays', () => {
    const there = given(...opened).at(MORNING);
    there.when(zhao, 'duty.resume', { handoverId: HANDOVER, reason: '接班人员未到' }).document('handover', HANDOVER);
    expect([there.world.get('shift', NIGHT)?.status, there.world.get('handover', HANDOVER)?.status]).toEqual(['on_duty', 'withdrawn']);
  });
});
