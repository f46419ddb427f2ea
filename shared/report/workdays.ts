import type { Holiday } from '#shared/rulebook/tables.ts';

const DAY_MS = 86_400_000;
/** China has had one offset and no clock changes since 1991. */
const OFFSET_MS = 8 * 3_600_000;
const MOST_DAYS = 3660;

/** The calendar day of an instant by the city's clock, `2026-06-01`. */
export const cityDay = (instant: string): string => new Date(Date.parse(instant) + OFFSET_MS).toISOString().slice(0, 10);

/** The instant of a time of the city's clock on a day: `2026-06-01`, `09:00`. */
export const cityInstant = (day: string, time: string): string => new Date(`${day}T${time}:00+08:00`).toISOString();

export const dayAfter = (day: string, days = 1): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** Whether people work on a day: the table of holidays says so, or else its weekday. */
export function isWorked(day: string, holidays: readonly Pick<Holiday, 'id' | 'off'>[]): boolean {
  const exception = holidays.find(({ id }) => id === day);
  if (exception) return !exception.off;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** The n-th working day after a day. The day itself doesn't count. */
export function workingDayAfter(day: string, n: number, holidays: readonly Pick<Holiday, 'id' | 'off'>[]): string {
  let at = day;
  for (let counted = 0, looked = 0; counted < n && looked < MOST_DAYS; looked += 1) {
    at = dayAfter(at);
    if (isWorked(at, holidays)) counted += 1;
  }
  return at;
}
