import type { Window } from './orders.ts';
import type { z } from 'zod';

/** A rule of a weekly pattern, taken apart. The whole of what an order may say is understood here; rrule would answer the same. */
interface Rule {
  weekly: boolean;
  interval: number;
  days: readonly number[] | undefined;
}

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const DAY_MS = 24 * 60 * 60 * 1000;
const DAYS_OF_WEEK = 7;
/** 1970-01-01 was a Thursday. */
const FIRST_WEEKDAY = 3;
const KEPT = 10_000;
const known = new Map<string, Rule>();

function ruleOf(text: string): Rule {
  const there = known.get(text);
  if (there) return there;
  const parts = new Map(text.split(';').map((part): [string, string] => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]));
  const days = parts.get('BYDAY')?.split(',');
  const rule = {
    weekly: parts.get('FREQ') === 'WEEKLY',
    interval: Number(parts.get('INTERVAL') ?? 1),
    days: days?.map((day) => DAYS.indexOf(day)),
  };
  if (known.size >= KEPT) known.clear();
  known.set(text, rule);
  return rule;
}

const weekdayOf = (day: number): number => (day + FIRST_WEEKDAY) % DAYS_OF_WEEK;
const weekOf = (day: number): number => Math.floor((day + FIRST_WEEKDAY) / DAYS_OF_WEEK);

/** Whether a window opens on a day, both days counted from 1970. */
function opensOn({ weekly, interval, days }: Rule, first: number, day: number): boolean {
  if (day < first) return false;
  if (!weekly) return (day - first) % interval === 0 && (days === undefined || days.includes(weekdayOf(day)));
  const on = days ?? [weekdayOf(first)];
  return on.includes(weekdayOf(day)) && (weekOf(day) - weekOf(first)) % interval === 0;
}

/** Until when a window that is open at this moment stays open; nothing when it is shut. Both are told by the wall clock, as milliseconds. */
export function openUntil({ rule: text, anchor, minutes }: z.infer<typeof Window>, wall: number): number | undefined {
  const start = Date.parse(`${anchor}Z`);
  const rule = ruleOf(text);
  const first = Math.floor(start / DAY_MS);
  const time = start - first * DAY_MS;
  const length = minutes * 60_000;
  for (let day = Math.floor((wall - time) / DAY_MS); day * DAY_MS + time + length > wall; day -= 1)
    if (opensOn(rule, first, day)) return day * DAY_MS + time + length;
  return undefined;
}
