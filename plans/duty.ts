import { occurrencesIn } from '#shared/recurrence/recurrence.ts';

/** 08:00 and 20:00 (rules B.7, a default): the post changes hands. */
export const DUTY_CHANGE = 'FREQ=DAILY;BYHOUR=8,20;BYMINUTE=0;BYSECOND=0';

/** The changes of shift in [from, to], and the first one after: where the last shift ends. */
export function changesIn(zone: string, from: string, to: string, rule: string = DUTY_CHANGE): string[] {
  const anchor = '2026-01-01T00:00';
  const before = new Date(Date.parse(from) - 1).toISOString();
  const after = new Date(Date.parse(to) + 7 * 86_400_000).toISOString();
  const all = occurrencesIn({ rule, anchor, zone }, before, after);
  const last = all.findIndex((instant) => instant > to);
  return last < 0 ? all : all.slice(0, last + 1);
}
