import type { Order } from '#shared/catalogue.ts';
import { claimedAt } from '#shared/claimed.ts';
import type { Decided } from '#shared/decide.ts';
import { defined } from '#shared/defined.ts';
import { mayKeep } from '#shared/plan/policy.ts';
import type { Plan } from '#shared/plan/state.ts';
import { anchoredAt, anchorInstant, dueAfter, firstDue } from '#shared/recurrence/cycle.ts';
import { isGap } from '#shared/recurrence/rule.ts';
import { RecurrenceError } from '#shared/recurrence/recurrence.ts';
import { endOfDay } from '#shared/recurrence/zone.ts';
import { refuse } from '#shared/refusal.ts';
import type { Actor } from '#shared/seat.ts';
import { normaliseInstant } from '#shared/time.ts';
import type { World } from '#shared/world.ts';
import type { ScheduleCompleted, ScheduleEvent, ScheduleSet } from './events.ts';
import type { Purpose, scheduleOrders } from './orders.ts';
import { REMIND_DAYS, remindAt, type Schedule } from './state.ts';

export type ScheduleOrder = Extract<Order, { type: keyof typeof scheduleOrders }>;

/** What follows from an order about what a plan demands again and again. */
export function decideSchedule(world: World, order: ScheduleOrder, planOf: (id: string) => Plan, actor: Actor, now: string): Decided {
  if (order.type === 'plan.schedule') return decideSet(planOf(order.payload.planId), order.payload, order.id, actor);
  const schedule = world.get('schedule', order.payload.scheduleId) ?? unknown();
  const plan = world.get('plan', schedule.planId) ?? unknown();
  if (order.type === 'plan.remind' || order.type === 'plan.miss') return byClockwork(schedule, order, actor, now);
  planOf(plan.id);
  permitted(actor, plan);
  if (schedule.endedAt !== undefined) refuse('schedule.ended', 'This cycle has come to its end.');
  switch (order.type) {
    case 'plan.postpone': {
      const planned = normaliseInstant(order.payload.planned);
      if (planned <= now) refuse('invalid', 'planned has passed.', [{ path: 'planned', message: 'has passed' }]);
      return done(schedule, { type: 'schedule.postponed', scheduleId: schedule.id, planned, reason: order.payload.reason });
    }
    case 'plan.complete': {
      const doneAt = claimedAt(order.payload.doneAt, now, 'doneAt');
      if (schedule.lastDoneAt !== undefined && doneAt <= schedule.lastDoneAt)
        refuse('invalid', 'It was completed later already.', [{ path: 'doneAt', message: 'before the last completion', current: schedule.lastDoneAt }]);
      const { evidence, drillId } = order.payload;
      return done(schedule, { ...completed(schedule, doneAt), ...defined({ evidence, drillId }) });
    }
    case 'plan.unschedule':
      return done(schedule, { type: 'schedule.ended', scheduleId: schedule.id, reason: order.payload.reason });
    default:
      return order satisfies never;
  }
}

const unknown = (): never => refuse('schedule.unknown', 'There is no such schedule here.', [{ path: 'scheduleId', message: 'unknown schedule' }]);

function permitted(actor: Actor, plan: Plan): void {
  if (!mayKeep(actor, plan)) refuse('not-permitted', 'Only the owner of the plan keeps its dates.');
}

const done = (schedule: Schedule, event: ScheduleEvent): Decided => ({ events: [event], refs: { schedule: schedule.id, plan: schedule.planId } });

function decideSet(plan: Plan, order: Extract<ScheduleOrder, { type: 'plan.schedule' }>['payload'], id: string, actor: Actor): Decided {
  permitted(actor, plan);
  if (plan.status === 'abolished') refuse('plan.state', 'The plan is abolished.');
  const { purpose, rrule: rule, anchor, zone, cycleId, note } = order;
  return { events: [scheduleSet(plan, id, { purpose, rule, anchor, zone, ...defined({ cycleId, note }) })], refs: { schedule: id } };
}

interface Cycle extends Pick<ScheduleSet, 'rule' | 'anchor' | 'zone' | 'cycleId' | 'note'> {
  purpose: Purpose;
}

export function scheduleSet(plan: Pick<Plan, 'id' | 'readers'>, scheduleId: string, cycle: Cycle): ScheduleSet {
  const dueAt = reckoned(() => firstDue(cycle));
  if (dueAt === null) return refuse('invalid', 'This cycle never comes.', [{ path: 'rrule', message: 'never comes' }]);
  return { type: 'schedule.set', scheduleId, planId: plan.id, ...cycle, dueAt, readers: plan.readers };
}

function reckoned<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof RecurrenceError)) throw error;
    return refuse('invalid', 'This is not a rule of recurrence.', [{ path: 'rrule', message: error.message }]);
  }
}

/**
 * A gap begins anew on the day it was done. A date of the calendar stays where it is: what is done early counts for the
 * coming one, what is done late makes up for those that were missed.
 */
export function completed(schedule: Schedule, doneAt: string): ScheduleCompleted {
  const { id: scheduleId, rule, anchor, zone, dueAt, missed } = schedule;
  const cycle = { rule, anchor, zone };
  if (isGap(rule)) {
    const begun = anchoredAt(cycle, doneAt);
    return { type: 'schedule.completed', scheduleId, doneAt, anchor: begun.anchor, dueAt: dueAfter(begun, anchorInstant(begun)) };
  }
  const late = missed.length > 0 && dueAt !== undefined;
  const next = late ? dueAt : dueAfter(cycle, dueAt !== undefined && dueAt > doneAt ? dueAt : doneAt);
  return { type: 'schedule.completed', scheduleId, doneAt, anchor, dueAt: next };
}

function byClockwork(schedule: Schedule, order: Extract<ScheduleOrder, { type: 'plan.remind' | 'plan.miss' }>, actor: Actor, now: string): Decided {
  if (actor.role !== 'system') refuse('not-permitted', 'Dates are watched by the clockwork.');
  const { id: scheduleId, dueAt, rule, anchor, zone, missed, reminded, endedAt } = schedule;
  if (endedAt !== undefined || dueAt !== order.payload.dueAt) return refuse('stale', 'This is not its legal date any more.');
  if (order.type === 'plan.remind') {
    const { days } = order.payload;
    if (reminded.includes(days) || !REMIND_DAYS.some((one) => one === days) || remindAt(dueAt, days) > now) refuse('stale', 'This reminder is not due.');
    return done(schedule, { type: 'schedule.reminded', scheduleId, days, dueAt });
  }
  if (endOfDay(dueAt, zone) > now || missed.includes(dueAt)) refuse('stale', 'It was entered already, or its day is not over.');
  return done(schedule, { type: 'schedule.missed', scheduleId, missed: dueAt, dueAt: isGap(rule) ? dueAt : dueAfter({ rule, anchor, zone }, dueAt) });
}
