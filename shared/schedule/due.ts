import type { Due } from '#shared/clockwork.ts';
import { isGap } from '#shared/recurrence/rule.ts';
import { endOfDay } from '#shared/recurrence/zone.ts';
import { REMIND_DAYS, remindAt, type Schedule } from './state.ts';

/** What the clockwork enters: each reminder once, and each legal date that passed once, however long nothing ran. */
export function dueOfSchedule({ id: scheduleId, dueAt, rule, zone, missed, reminded, endedAt }: Schedule): Due[] {
  if (dueAt === undefined || endedAt !== undefined) return [];
  const dues: Due[] = REMIND_DAYS.filter((days) => !reminded.includes(days)).map((days) => ({
    rule: `plan.remind.${days}`,
    at: remindAt(dueAt, days),
    order: { type: 'plan.remind', payload: { scheduleId, dueAt, days } },
  }));
  // A gap stays overdue until it is done: that it was missed is entered once.
  if (!(isGap(rule) && missed.includes(dueAt)))
    dues.push({ rule: 'plan.miss', at: endOfDay(dueAt, zone), order: { type: 'plan.miss', payload: { scheduleId, dueAt } } });
  return dues;
}

/** Whether its legal date has passed, or an earlier one was never made up for. */
export const isOverdue = ({ dueAt, missed, zone, endedAt }: Pick<Schedule, 'dueAt' | 'missed' | 'zone' | 'endedAt'>, now: string): boolean =>
  endedAt === undefined && (missed.length > 0 || (dueAt !== undefined && endOfDay(dueAt, zone) <= now));
