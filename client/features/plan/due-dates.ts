import type { Plan } from '#shared/plan/state.ts';
import { cityDay, cityInstant, dayAfter } from '#shared/report/workdays.ts';
import { isOverdue } from '#shared/schedule/due.ts';
import type { Schedule } from '#shared/schedule/state.ts';

/** Something that is due of a plan: its legal day, the planned one beside it, and whether it has passed. */
export interface DueDate {
  what: 'filing' | 'receipt' | 'review' | 'drill' | 'training' | 'check';
  day: string;
  planned?: string;
  overdue: boolean;
}

const over = (day: string, now: string): boolean => cityInstant(dayAfter(day), '00:00') <= now;

/** Everything that is due of a plan, what is overdue first, then the earliest. */
export function dueDatesOf(plan: Plan, schedules: Iterable<Schedule>, now: string): DueDate[] {
  if (plan.status === 'abolished') return [];
  const dates: DueDate[] = plan.slips.flatMap((slip): DueDate[] => {
    if (slip.receivedAt !== undefined || slip.cc) return [];
    const day = slip.sentAt === undefined ? slip.due : slip.receiptDue;
    return day === undefined ? [] : [{ what: slip.sentAt === undefined ? 'filing' : 'receipt', day, overdue: over(day, now) }];
  });
  for (const one of schedules) {
    if (one.planId !== plan.id || one.dueAt === undefined || one.endedAt !== undefined) continue;
    const what = one.purpose === 'filing' ? 'check' : one.purpose;
    dates.push({ what, day: cityDay(one.dueAt), overdue: isOverdue(one, now), ...(one.planned === undefined ? {} : { planned: cityDay(one.planned) }) });
  }
  return dates.sort((a, b) => Number(b.overdue) - Number(a.overdue) || (a.day < b.day ? -1 : 1));
}
