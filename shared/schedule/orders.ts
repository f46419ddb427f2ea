import { z } from 'zod';
import { PlanId } from '#shared/plan/orders.ts';
import { CYCLE } from '#shared/recurrence/rule.ts';
import { Instant } from '#shared/time.ts';

const ScheduleId = z.union([z.uuid(), z.string().regex(/^[0-9a-f-]{36}\.review$/)]);
const text = z.string().trim().min(1).max(1000);

export const PURPOSES = ['review', 'drill', 'filing', 'training'] as const;
export type Purpose = (typeof PURPOSES)[number];

const isZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

const isOnCalendar = (wall: string): boolean => new Date(`${wall}:00Z`).toISOString().startsWith(wall);

/** Something that a plan demands again and again. */
export const SchedulePlan = z.strictObject({
  planId: PlanId,
  purpose: z.enum(PURPOSES),
  /** RFC 5545 without zone and start: `FREQ=YEARLY;INTERVAL=3`. */
  rrule: z
    .string()
    .max(200)
    .regex(CYCLE, 'A cycle is FREQ=DAILY, WEEKLY, MONTHLY or YEARLY with INTERVAL, BYMONTH, BYMONTHDAY, BYDAY, BYSETPOS, COUNT or UNTIL.'),
  /** The wall-clock time it is counted from: the last completion, or the first date. */
  anchor: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d$/, 'A wall-clock time such as 2026-03-15T09:00.')
    .refine(isOnCalendar, 'No month has this day.'),
  zone: z.string().max(60).refine(isZone, 'No zone has this name.').default('Asia/Shanghai'),
  /** The row of the table of cycles that demands it. */
  cycleId: z.string().max(60).optional(),
  note: text.optional(),
});

/** Another date is planned. The legal one stays. */
export const PostponeSchedule = z.strictObject({ scheduleId: ScheduleId, planned: Instant, reason: text });

/** It was done: the gap begins anew on that day. */
export const CompleteSchedule = z.strictObject({ scheduleId: ScheduleId, doneAt: Instant.optional(), evidence: text.optional(), drillId: z.uuid().optional() });

export const UnschedulePlan = z.strictObject({ scheduleId: ScheduleId, reason: text });

/** Given by the clockwork so many days before the legal date. */
export const RemindSchedule = z.strictObject({ scheduleId: ScheduleId, dueAt: Instant, days: z.number().int().min(0).max(366) });

/** Given by the clockwork when the legal date has passed. */
export const MissSchedule = z.strictObject({ scheduleId: ScheduleId, dueAt: Instant });

export const scheduleOrders = {
  'plan.schedule': SchedulePlan,
  'plan.postpone': PostponeSchedule,
  'plan.complete': CompleteSchedule,
  'plan.unschedule': UnschedulePlan,
  'plan.remind': RemindSchedule,
  'plan.miss': MissSchedule,
} as const;
