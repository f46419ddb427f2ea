// The only import of rrule. It has no named exports for Node's own modules.
import rrule from 'rrule';
import { instantOf, wallOf } from './zone.ts';

/** A rule of RFC 5545 without TZID, its first wall-clock time (`2026-03-15T09:00`) and the zone that this time is told in. */
export interface Recurrence {
  rule: string;
  anchor: string;
  zone: string;
}

export class RecurrenceError extends Error {
  override name = 'RecurrenceError';
}

const KEPT = 10_000;
const parsed = new Map<string, InstanceType<typeof rrule.RRule>>();

/**
 * rrule is given floating wall time as UTC fields and each result is converted once. Its own TZID support takes
 * 20 ms for one occurrence, and its answers depend on the zone of the machine.
 */
function ruleOf({ rule, anchor }: Recurrence): InstanceType<typeof rrule.RRule> {
  const key = `${anchor} ${rule}`;
  const known = parsed.get(key);
  if (known) return known;
  if (/TZID|DTSTART/i.test(rule)) throw new RecurrenceError('A rule has no zone and no start of its own: they are given beside it.');
  const start = new Date(`${anchor}${anchor.length === 16 ? ':00' : ''}Z`);
  if (Number.isNaN(start.getTime())) throw new RecurrenceError(`${anchor} is not a wall-clock time such as 2026-03-15T09:00.`);
  const made = parse(rule, start);
  if (parsed.size >= KEPT) parsed.clear();
  parsed.set(key, made);
  return made;
}

function parse(rule: string, start: Date): InstanceType<typeof rrule.RRule> {
  try {
    return new rrule.RRule({ ...rrule.RRule.parseString(rule), dtstart: start });
  } catch (error) {
    throw new RecurrenceError(`${rule} is not a rule of recurrence: ${String(error)}`);
  }
}

/** The instants of a recurrence in (from, to], earliest first. */
export function occurrencesIn(recurrence: Recurrence, from: string, to: string): string[] {
  const { zone } = recurrence;
  return ruleOf(recurrence)
    .between(wallOf(from, zone), wallOf(to, zone), true)
    .map((wall) => instantOf(wall, zone))
    .filter((instant) => instant > from && instant <= to);
}

/** The first instant after this one, or null when the rule has come to its end. */
export function nextAfter(recurrence: Recurrence, instant: string): string | null {
  const wall = ruleOf(recurrence).after(wallOf(instant, recurrence.zone), false);
  return wall ? instantOf(wall, recurrence.zone) : null;
}
