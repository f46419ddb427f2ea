import { endOf, today } from './category.ts';
import { openUntil } from './pattern.ts';
import type { Team } from './state.ts';

/** What decides whether a team is on duty: a word for this moment goes before its switch, days off before holidays, both before the pattern. */
export const READY_BY = ['now', 'switch', 'day-off', 'holiday', 'pattern'] as const;
export type ReadyBy = (typeof READY_BY)[number];

export interface Ready {
  ready: boolean;
  by: ReadyBy;
  /** Until when this is so, as far as it is known. */
  until?: string;
}

/** China has had one offset and no DST since 1991. */
const CITY_MS = 480 * 60_000;

/** `holiday`: whether people are off on this day by the table of holidays. */
export function readyAt({ availability }: Pick<Team, 'availability'>, now: string, holiday: boolean): Ready {
  const { onDuty, weekly, daysOff, override, onHolidays = 'usual' } = availability;
  if (override && now < override.until) return { ready: override.ready, by: 'now', until: override.until };
  if (!onDuty) return { ready: false, by: 'switch' };
  const off = dayOff(daysOff, today(now));
  if (off !== undefined) return { ready: false, by: 'day-off', until: off };
  if (holiday && onHolidays !== 'usual') {
    return { ready: onHolidays === 'ready', by: 'holiday', until: endOf(today(now)) };
  }
  if (weekly.length === 0) return { ready: true, by: 'switch' };
  const at = Date.parse(now);
  const ends = weekly.flatMap((window) => openUntil(window, at + CITY_MS) ?? []);
  if (ends.length === 0) return { ready: false, by: 'pattern' };
  return { ready: true, by: 'pattern', until: new Date(Math.max(...ends) - CITY_MS).toISOString() };
}

/** The end of a day off that holds this day. */
function dayOff(daysOff: Team['availability']['daysOff'], day: string): string | undefined {
  const off = daysOff.find(({ from, to }) => from <= day && day <= to);
  return off && endOf(off.to);
}
