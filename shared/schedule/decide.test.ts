import { describe, expect, it } from 'vitest';
import { commit, given, idOf, past } from '#test/support/given.ts';
import { aPlan } from '#test/support/plans.ts';
import { CITY, cityDuty, seatAt, SYSTEM_SEAT } from '#test/support/seats.ts';
import type { Payload } from '#shared/catalogue.ts';
import { dueOf } from '#shared/clockwork.ts';
import { decide } from '#shared/decide.ts';
import type { LiveWorld } from '#shared/world.ts';
import { isOverdue } from './due.ts';
import type { Schedule } from './state.ts';

const planId = idOf(1);
const scheduleId = idOf(2);
const planner = seatAt('planner');
const RULES = { archiveAfterHours: 24, climbAfterMinutes: 15 };
const at = '2026-09-21T01:00:00.000Z';
const founded = past(SYSTEM_SEAT, 'plan.found', { planId, key: 'flood', owner: CITY, content: aPlan(), on: '2026-06-01' }, { id: idOf(9), at });
const set = (rrule: string, anchor: string, over: Partial<Payload<'plan.schedule'>> = {}) =>
  past(planner, 'plan.schedule', { planId, purpose: 'drill', rrule, anchor, zone: 'Asia/Shanghai', ...over }, { id: scheduleId, at });
/** Three years from the last completion. */
const gap = () => given(founded, set('FREQ=YEARLY;INTERVAL=3', '2026-09-21T09:00'));
const dates = set('FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=15', '2026-03-15T09:00');

/** Gives what the clockwork finds due until an instant, one order after the other. */
function runClockwork(world: LiveWorld, until: string): string[] {
  const given: string[] = [];
  for (let n = 0; n < 1000; n += 1) {
    const schedule = world.get('schedule', scheduleId);
    const next =
      schedule &&
      dueOf('schedule', schedule, RULES)
        .filter((due) => due.at <= until)
        .sort((a, b) => (a.at < b.at ? -1 : 1))[0];
    if (!next) return given;
    const { events } = decide(world, { id: idOf(1000 + n), ...next.order } as never, SYSTEM_SEAT, until);
    commit(world, events, until);
    given.push(`${next.rule} ${next.at.slice(0, 10)}`);
  }
  throw new Error('the clockwork does not come to rest');
}

describe('a schedule', () => {
  it('has a legal date and a planned one: postponing keeps the legal one', () => {
    const later = gap().at(at).when(planner, 'plan.postpone', { scheduleId, planned: '2029-12-01T09:00:00+08:00', reason: '避开汛期' });
    expect(later.document('schedule', scheduleId)).toMatchObject({ dueAt: '2029-09-21T01:00:00.000Z', planned: '2029-12-01T01:00:00.000Z' });
    gap().at(at).when(planner, 'plan.postpone', { scheduleId, planned: '2026-09-20T09:00:00+08:00', reason: '…' }).expectRefusal('invalid', 'planned');
  });

  it('a gap begins anew on the day it was done, early or late, and what was planned is over', () => {
    const done = given(founded, set('FREQ=YEARLY', '2026-09-21T09:00')).at('2027-03-10T08:00:00Z').when(planner, 'plan.complete', { scheduleId });
    expect(done.document('schedule', scheduleId)).toMatchObject({
      anchor: '2027-03-10T09:00',
      dueAt: '2028-03-10T01:00:00.000Z',
      lastDoneAt: '2027-03-10T08:00:00.000Z',
    });
    const twice = gap().at('2027-01-01T00:00:00Z').when(planner, 'plan.complete', { scheduleId, doneAt: '2028-01-01T00:00:00Z' });
    twice.expectRefusal('invalid', 'doneAt');
  });

  it('a date of the calendar stays: done early it counts for the coming one, done late it makes up for the missed', () => {
    const early = given(founded, dates).at('2027-03-10T08:00:00Z');
    expect(early.world.get('schedule', scheduleId)?.dueAt).toBe('2026-03-15T01:00:00.000Z');
    runClockwork(early.world, '2027-03-10T08:00:00.000Z');
    expect(early.world.get('schedule', scheduleId)).toMatchObject({ dueAt: '2027-03-15T01:00:00.000Z', missed: ['2026-03-15T01:00:00.000Z'] });
    const madeUp = early.when(planner, 'plan.complete', { scheduleId });
    expect(madeUp.document('schedule', scheduleId)).toMatchObject({ dueAt: '2027-03-15T01:00:00.000Z', missed: [] });
    const counted = early.at('2027-03-12T08:00:00Z').when(planner, 'plan.complete', { scheduleId });
    expect(counted.document('schedule', scheduleId)).toMatchObject({ dueAt: '2028-03-15T01:00:00.000Z', missed: [] });
  });

  it('after years in which nothing ran, each date that was missed is entered once, and no reminder of them', () => {
    const { world } = given(founded, set('FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=15', '2027-03-15T09:00'));
    const given4 = runClockwork(world, '2030-06-01T00:00:00.000Z');
    expect(given4.filter((one) => one.startsWith('plan.miss'))).toEqual([
      'plan.miss 2027-03-15',
      'plan.miss 2028-03-15',
      'plan.miss 2029-03-15',
      'plan.miss 2030-03-15',
    ]);
    expect(world.get('schedule', scheduleId)).toMatchObject({ dueAt: '2031-03-15T01:00:00.000Z' });
    expect(world.get('schedule', scheduleId)?.missed).toHaveLength(4);
    expect(runClockwork(world, '2030-06-01T00:00:00.000Z')).toEqual([]);
  });

  it('a gap that was missed stays overdue, is entered once, and is over when it was done', () => {
    const { world } = given(founded, set('FREQ=YEARLY', '2026-09-21T09:00'));
    runClockwork(world, '2029-01-01T00:00:00.000Z');
    const schedule = world.get('schedule', scheduleId);
    expect(schedule).toMatchObject({ dueAt: '2027-09-21T01:00:00.000Z', missed: ['2027-09-21T01:00:00.000Z'] });
    expect(schedule && isOverdue(schedule, '2029-01-01T00:00:00.000Z')).toBe(true);
    const { events } = decide(world, { id: idOf(80), type: 'plan.complete', payload: { scheduleId } }, planner, '2029-01-02T00:00:00.000Z');
    commit(world, events, '2029-01-02T00:00:00.000Z');
    expect(world.get('schedule', scheduleId)).toMatchObject({ dueAt: '2030-01-02T01:00:00.000Z', missed: [] });
  });

  it('is reminded of 90, 30, 7 and 0 days before, each once; of what becomes known late, only the latest', () => {
    const { world } = given(founded, set('FREQ=YEARLY', '2026-09-21T09:00'));
    expect(runClockwork(world, '2027-09-21T02:00:00.000Z')).toEqual([
      'plan.remind.90 2027-06-23',
      'plan.remind.30 2027-08-22',
      'plan.remind.7 2027-09-14',
      'plan.remind.0 2027-09-21',
    ]);
    const late = given(founded, set('FREQ=YEARLY', '2025-10-11T09:00')).world;
    expect(runClockwork(late, at)).toEqual(['plan.remind.30 2026-09-11']);
  });

  it('is kept by the owner of the plan; the clockwork’s orders are the clockwork’s, and what is no cycle is refused by its field', () => {
    gap()
      .at(at)
      .when(cityDuty, 'plan.complete', { scheduleId })
      .expectEvents([{ type: 'schedule.completed' }]);
    gap().at(at).when(seatAt('auditor'), 'plan.complete', { scheduleId }).expectRefusal('not-permitted');
    gap().at(at).when(planner, 'plan.miss', { scheduleId, dueAt: '2029-09-21T01:00:00.000Z' }).expectRefusal('not-permitted');
    gap().at(at).when(SYSTEM_SEAT, 'plan.miss', { scheduleId, dueAt: '2029-09-21T01:00:00.000Z' }).expectRefusal('stale');
    gap()
      .at(at)
      .when(planner, 'plan.complete', { scheduleId: idOf(77) })
      .expectRefusal('schedule.unknown', 'scheduleId');
    const never = { planId, purpose: 'drill', rrule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', anchor: '2026-01-01T09:00', zone: 'Asia/Shanghai' } as const;
    gap().at(at).when(planner, 'plan.schedule', never).expectRefusal('invalid', 'rrule');
    const ended = gap().at(at).when(planner, 'plan.unschedule', { scheduleId, reason: '并入' }).document('schedule', scheduleId);
    expect(ended && dueOf('schedule', ended, RULES)).toEqual([]);
  });

  it('ten thousand of them are set among the due instants within a second', () => {
    const one = given(founded, set('FREQ=YEARLY;INTERVAL=3', '2026-09-21T09:00')).world.get('schedule', scheduleId);
    if (one?.dueAt === undefined) throw new Error('it is due');
    const many: Schedule[] = Array.from({ length: 10_000 }, (_, i) => ({
      ...one,
      id: idOf(i),
      dueAt: new Date(Date.parse(one.dueAt ?? '') + i * 60_000).toISOString(),
    }));
    const began = performance.now();
    const dues = many.reduce((sum, schedule) => sum + dueOf('schedule', schedule, RULES).length, 0);
    expect(dues).toBe(50_000);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
