import { nextAfter, type Recurrence } from './recurrence.ts';
import { isGap } from './rule.ts';
import { instantOf, wallOf } from './zone.ts';

/** On the 29th to the 31st a month that is too short has its last day instead: RFC 5545 would leave it out, and 29 February three years in four. */
function clamped({ rule, anchor, zone }: Recurrence): Recurrence {
  const [month, day] = [Number(anchor.slice(5, 7)), Number(anchor.slice(8, 10))];
  const days = [28, 29, 30, 31].filter((one) => one <= day).join(',');
  if (!isGap(rule) || day < 29) return { rule, anchor, zone };
  if (rule.startsWith('FREQ=MONTHLY')) return { rule: `${rule};BYMONTHDAY=${days};BYSETPOS=-1`, anchor, zone };
  if (rule.startsWith('FREQ=YEARLY')) return { rule: `${rule};BYMONTH=${month};BYMONTHDAY=${days};BYSETPOS=-1`, anchor, zone };
  return { rule, anchor, zone };
}

/** When a cycle comes next after an instant, or null when it has ended. */
export const dueAfter = (cycle: Recurrence, instant: string): string | null => nextAfter(clamped(cycle), instant);

/** The first legal date of a cycle: of a gap, one gap after its anchor; of dates, the first one from the anchor on. */
export function firstDue(cycle: Recurrence): string | null {
  const start = anchorInstant(cycle);
  return dueAfter(cycle, isGap(cycle.rule) ? start : new Date(Date.parse(start) - 1).toISOString());
}

export const anchorInstant = ({ anchor, zone }: Pick<Recurrence, 'anchor' | 'zone'>): string => instantOf(new Date(`${anchor}:00Z`), zone);

/** The cycle begun anew on the day of a completion, at its own time of day. */
export const anchoredAt = (cycle: Recurrence, doneAt: string): Recurrence => ({
  ...cycle,
  anchor: `${wallOf(doneAt, cycle.zone).toISOString().slice(0, 10)}${cycle.anchor.slice(10)}`,
});

/** The coming dates as they would be if each were kept on its day. */
export function preview(cycle: Recurrence, count: number): string[] {
  const dates: string[] = [];
  let next = firstDue(cycle);
  while (next !== null && dates.length < count) {
    dates.push(next);
    next = isGap(cycle.rule) ? nextGap(cycle, next) : dueAfter(cycle, next);
  }
  return dates;
}

const nextGap = (cycle: Recurrence, at: string): string | null => {
  const begun = anchoredAt(cycle, at);
  return dueAfter(begun, anchorInstant(begun));
};
