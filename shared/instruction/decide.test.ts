import { describe, expect, it } from 'vitest';
import { given, idOf, NOW, past, type PastOrder } from '#test/support/given.ts';
import { aFlood } from '#test/support/payloads.ts';
import {
  cityDuty,
  cityLeader,
  GONGJIANG,
  ORGANISATIONS,
  seatAt,
  SYSTEM_SEAT,
  YUDU,
  yuduDuty,
  yuduLeader,
  ZHANGGONG,
  zhanggongDuty,
} from '#test/support/seats.ts';
import type { FenghuoEvent } from '#shared/catalogue.ts';
import { dueOf } from '#shared/clockwork.ts';
import { addMinutes } from '#shared/time.ts';

const incidentId = idOf(1);
const instructionId = idOf(2);
const places: FenghuoEvent[] = ORGANISATIONS.map(({ readers: _readers, seq: _seq, rev: _rev, ...organisation }) => ({
  type: 'organisation.added',
  organisation,
}));
const logged = past(yuduDuty, 'incident.log', aFlood());
const to = (org: string) => past(cityLeader, 'instruction.give', { incidentId, text: '全力搜救', to: org }, { id: instructionId });
const step = (n: number) => ({ id: idOf(n) });
const acknowledged = past(yuduDuty, 'instruction.acknowledge', { instructionId }, step(3));
const done = past(yuduDuty, 'instruction.done', { instructionId, text: '已搜救' }, step(4));
const dueFor = (...history: PastOrder[]) => {
  const doc = given(...places, logged, ...history).world.get('instruction', instructionId);
  return doc && dueOf('instruction', doc, { archiveAfterHours: 24, climbAfterMinutes: 15 });
};

describe('giving an instruction', () => {
  it('is an entry of the incident and is seen by whoever sees that, and by whom it is for', () => {
    const { world } = given(...places, logged, to(ZHANGGONG));
    expect(world.get('instruction', instructionId)).toMatchObject({ status: 'given', to: { org: ZHANGGONG }, incidentNumber: 'GZ20260601-0001' });
    expect(world.get('instruction', instructionId)?.readers).toEqual(expect.arrayContaining([`org:${YUDU}`, `org:${ZHANGGONG}`]));
    expect(world.get('incident', incidentId)?.readers).not.toContain(`org:${ZHANGGONG}`);
    expect(world.get('note', `${incidentId}.2`)).toMatchObject({ entry: 'instruction.given', text: '全力搜救' });
  });

  it('leaders give them to their own or below; duty records one for a leader and names the post', () => {
    const order = { incidentId, text: '…', to: YUDU };
    const world = given(...places, logged);
    world.when(yuduLeader, 'instruction.give', order).expectEvents([{ to: { org: YUDU } }]);
    world.when(yuduLeader, 'instruction.give', { ...order, to: '360700' }).expectRefusal('instruction.not-below', 'to');
    world.when(yuduLeader, 'instruction.give', { ...order, to: ZHANGGONG }).expectRefusal('instruction.not-below');
    world.when(cityLeader, 'instruction.give', { ...order, to: 'water-bureau' }).expectEvents([{ to: { org: 'water-bureau' } }]);
    world.when(cityDuty, 'instruction.give', order).expectRefusal('instruction.whose', 'onBehalfOf');
    world.when(cityDuty, 'instruction.give', { ...order, onBehalfOf: '分管副市长' }).expectEvents([{ onBehalfOf: '分管副市长' }]);
    world.when(cityLeader, 'instruction.give', { ...order, dueAt: NOW }).expectRefusal('invalid', 'dueAt');
    for (const role of ['department', 'auditor', 'village-reporter'] as const)
      given(...places, past(seatAt('city-duty'), 'incident.log', aFlood()))
        .when(seatAt(role), 'instruction.give', order)
        .expectRefusal(role === 'village-reporter' ? 'incident.unknown' : 'not-permitted');
  });
});

describe('an instruction on its way', () => {
  it('is acknowledged, carried out and reported by whom it is for, in this order', () => {
    const world = given(...places, logged, to(YUDU));
    world.when(yuduDuty, 'instruction.done', { instructionId, text: '…' }).expectRefusal('instruction.state');
    world.when(cityDuty, 'instruction.acknowledge', { instructionId }).expectRefusal('not-permitted');
    world.when(seatAt('auditor', YUDU), 'instruction.acknowledge', { instructionId }).expectRefusal('not-permitted');
    const after = given(...places, logged, to(YUDU), acknowledged, done).when(yuduDuty, 'instruction.report', { instructionId, text: '失联 2 人均获救' });
    const told = after.document('instruction', instructionId);
    expect(told?.status).toBe('reported');
    expect(told?.steps.map(({ status }) => status)).toEqual(['given', 'acknowledged', 'done', 'reported']);
    given(...places, logged, to(YUDU), acknowledged)
      .when(yuduDuty, 'instruction.acknowledge', { instructionId })
      .expectRefusal('instruction.state');
  });

  it('a level between hands it down; whom it is for may hand it on to one of its own', () => {
    given(...places, logged, to(GONGJIANG))
      .when(yuduDuty, 'instruction.pass', { instructionId })
      .expectEvents([{ type: 'instruction.passed' }]);
    given(...places, logged, to(YUDU))
      .when(yuduDuty, 'instruction.pass', { instructionId })
      .expectRefusal('invalid', 'to');
    const on = given(...places, logged, to(YUDU)).when(yuduDuty, 'instruction.pass', { instructionId, to: GONGJIANG, text: '请即办' });
    expect(on.document('instruction', instructionId)).toMatchObject({ status: 'passed', to: { org: GONGJIANG }, steps: [{}, { text: '请即办' }] });
    given(...places, logged, to(YUDU))
      .when(zhanggongDuty, 'instruction.pass', { instructionId, to: GONGJIANG })
      .expectRefusal('instruction.unknown');
    given(...places, logged, to(YUDU))
      .when(cityDuty, 'instruction.pass', { instructionId, to: GONGJIANG })
      .expectRefusal('not-permitted');
  });

  it('one that a seat may not see is not there; it leaves what is active with its incident', () => {
    given(...places, logged, to(YUDU))
      .when(zhanggongDuty, 'instruction.acknowledge', { instructionId })
      .expectRefusal('instruction.unknown', 'instructionId');
    const closed = past(cityLeader, 'incident.close', { incidentId, reason: '…', override: '…' }, step(5));
    const { world } = given(...places, logged, to(YUDU), closed, past(SYSTEM_SEAT, 'incident.archive', { incidentId }, step(6)));
    expect(world.size('instruction')).toBe(0);
  });
});

describe('an instruction that nobody acknowledges', () => {
  const climb = (rung: number, minutes = 15 * rung) =>
    past(SYSTEM_SEAT, 'instruction.climb', { instructionId, rung }, { id: idOf(10 + rung), at: addMinutes(NOW, minutes) });
  const order = (rung: number) => ({ type: 'instruction.climb', payload: { instructionId, rung } });

  it('climbs after 15 minutes to the leader, after as long again to the duty office above, and then no more', () => {
    expect(dueFor(to(YUDU))).toEqual([{ rule: 'instruction.climb', at: addMinutes(NOW, 15), order: order(1) }]);
    expect(dueFor(to(YUDU), climb(1))).toMatchObject([{ at: addMinutes(NOW, 30), order: order(2) }]);
    expect(dueFor(to(YUDU), climb(1), climb(2))).toEqual([]);
    const { world } = given(...places, logged, to(YUDU), climb(1), climb(2));
    expect(world.get('instruction', instructionId)?.climbed).toEqual({ at: addMinutes(NOW, 30), to: 'org:360700', rung: 2 });
  });

  it('climbs to nobody once it was acknowledged', () => {
    expect(dueFor(to(YUDU), acknowledged)).toEqual([]);
    given(...places, logged, to(YUDU), acknowledged)
      .when(SYSTEM_SEAT, 'instruction.climb', { instructionId, rung: 1 })
      .expectRefusal('instruction.state');
  });

  it('each rung once: what was climbed already is refused', () => {
    given(...places, logged, to(YUDU), climb(1))
      .when(SYSTEM_SEAT, 'instruction.climb', { instructionId, rung: 1 })
      .expectRefusal('instruction.state');
  });

  it('a township has no leader here: the duty office above learns first, then its leader; a city has only its leader', () => {
    given(...places, logged, to(GONGJIANG))
      .when(SYSTEM_SEAT, 'instruction.climb', { instructionId, rung: 1 })
      .expectEvents([{ to: `org:${YUDU}` }]);
    given(...places, logged, to(GONGJIANG))
      .when(SYSTEM_SEAT, 'instruction.climb', { instructionId, rung: 2 })
      .expectEvents([{ to: `lead:${YUDU}` }]);
    given(...places, logged, to('360700'))
      .when(SYSTEM_SEAT, 'instruction.climb', { instructionId, rung: 1 })
      .expectEvents([{ to: 'lead:360700' }]);
    expect(dueFor(to('360700'), climb(1))).toEqual([]);
  });

  it('the clock runs anew when it is handed on', () => {
    const on = past(yuduDuty, 'instruction.pass', { instructionId, to: GONGJIANG }, { id: idOf(20), at: addMinutes(NOW, 20) });
    expect(dueFor(to(YUDU), climb(1), on)).toMatchObject([{ at: addMinutes(NOW, 35), order: order(1) }]);
  });

  it('nobody but the clockwork lets it climb', () => {
    given(...places, logged, to(YUDU))
      .when(cityLeader, 'instruction.climb', { instructionId, rung: 1 })
      .expectRefusal('not-permitted');
  });
});
