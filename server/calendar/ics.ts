import { isGap } from '#shared/recurrence/rule.ts';
import { sayCycle } from '#shared/recurrence/say-cycle.ts';
import { instantOf, wallOf } from '#shared/recurrence/zone.ts';
import type { Plan, Slip } from '#shared/plan/state.ts';
import type { Purpose } from '#shared/schedule/orders.ts';
import type { Schedule } from '#shared/schedule/state.ts';

/** RFC 5545: a line has at most 75 octets, and what follows begins with a space. */
const MOST_OCTETS = 75;
const MINUTES = 60_000;
const DAY_MS = 86_400_000;
const WORDS: Readonly<Record<Purpose, string>> = { review: '预案评估', drill: '预案演练', filing: '备案核对', training: '预案培训' };

export interface CalendarOf {
  schedules: readonly { schedule: Schedule; plan: Plan }[];
  slips: readonly { slip: Slip; plan: Plan; to: string }[];
  now: string;
  host: string;
}

/** What plans demand, as a calendar that any program subscribes to. */
export function icsOf({ schedules, slips, now, host }: CalendarOf): string {
  const zones = [...new Set(schedules.map(({ schedule }) => schedule.zone))].sort();
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Fenghuo//Plans//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped('烽火 预案日程')}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...zones.flatMap((zone) => zoneLines(zone, now)),
    ...schedules.flatMap(({ schedule, plan }) => scheduleLines(schedule, plan, host)),
    ...slips.flatMap((one) => slipLines(one, host, now)),
    'END:VCALENDAR',
  ];
  return lines.map(folded).join('\r\n') + '\r\n';
}

/**
 * A date of the calendar recurs by its rule. A gap begins anew with every completion, so only its next date is true and no
 * rule is told. What was postponed stands on the planned day, and says the legal one.
 */
function scheduleLines(schedule: Schedule, plan: Plan, host: string): string[] {
  const { id, rule, zone, dueAt, planned, purpose, rev, log, note } = schedule;
  if (dueAt === undefined) return [];
  const changed = log.at(-1)?.at ?? dueAt;
  const legal = dayIn(dueAt, zone);
  const about = [
    `${sayCycle(rule, 'zh') ?? rule}，最迟 ${legal}`,
    ...(planned === undefined ? [] : [`改期至 ${dayIn(planned, zone)}，法定期限不变`]),
    ...(note === undefined ? [] : [note]),
  ];
  const event = (start: string, extra: readonly string[]): string[] => [
    'BEGIN:VEVENT',
    `UID:${id}@${host}`,
    `DTSTAMP:${utc(changed)}`,
    `LAST-MODIFIED:${utc(changed)}`,
    `SEQUENCE:${rev}`,
    ...extra,
    `DTSTART;TZID=${zone}:${local(start, zone)}`,
    'DURATION:PT1H',
    `SUMMARY:${escaped(`${WORDS[purpose]}：${plan.title.zh}`)}`,
    `DESCRIPTION:${escaped(about.join('\n'))}`,
    'END:VEVENT',
  ];
  if (isGap(rule)) return event(planned ?? dueAt, []);
  const series = event(dueAt, [`RRULE:${withUtcUntil(rule, zone)}`]);
  return planned === undefined ? series : [...series, ...event(planned, [`RECURRENCE-ID;TZID=${zone}:${local(dueAt, zone)}`])];
}

function slipLines({ slip, plan, to }: CalendarOf['slips'][number], host: string, now: string): string[] {
  const day = slip.due.replaceAll('-', '');
  const next = new Date(Date.parse(`${slip.due}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10).replaceAll('-', '');
  const issued = plan.versions.find(({ no }) => no === slip.no)?.issuedAt ?? now;
  return [
    'BEGIN:VEVENT',
    `UID:${plan.id}.filing.${slip.n}@${host}`,
    `DTSTAMP:${utc(issued)}`,
    'SEQUENCE:0',
    `DTSTART;VALUE=DATE:${day}`,
    `DTEND;VALUE=DATE:${next}`,
    `SUMMARY:${escaped(`预案备案期限：${plan.title.zh}`)}`,
    `DESCRIPTION:${escaped(`报${to}备案`)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** The changes of a zone's clock in the years around now; a zone without any has one part. */
function zoneLines(zone: string, now: string): string[] {
  const year = new Date(now).getUTCFullYear();
  const from = Date.UTC(year - 1, 0, 1);
  const parts = [{ at: from, before: offset(from, zone), after: offset(from, zone) }, ...changesIn(zone, from, Date.UTC(year + 5, 0, 1))];
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    ...parts.flatMap(({ at, before, after }) => {
      const kind = after > before ? 'DAYLIGHT' : 'STANDARD';
      return [`BEGIN:${kind}`, `DTSTART:${stamp(new Date(at + before))}`, `TZOFFSETFROM:${signed(before)}`, `TZOFFSETTO:${signed(after)}`, `END:${kind}`];
    }),
    'END:VTIMEZONE',
  ];
}

function changesIn(zone: string, from: number, to: number): { at: number; before: number; after: number }[] {
  const found: { at: number; before: number; after: number }[] = [];
  for (let at = from; at < to; at += DAY_MS) {
    const [before, after] = [offset(at, zone), offset(at + DAY_MS, zone)];
    if (before === after) continue;
    let [low, high] = [at, at + DAY_MS];
    while (high - low > MINUTES) {
      const middle = Math.floor((low + high) / 2 / MINUTES) * MINUTES;
      if (offset(middle, zone) === before) low = middle;
      else high = middle;
    }
    found.push({ at: high, before, after });
  }
  return found;
}

const offset = (at: number, zone: string): number => wallOf(at, zone).getTime() - at;

function signed(ms: number): string {
  const minutes = Math.abs(Math.round(ms / MINUTES));
  return `${ms < 0 ? '-' : '+'}${String(Math.floor(minutes / 60)).padStart(2, '0')}${String(minutes % 60).padStart(2, '0')}`;
}

const stamp = (wall: Date): string => wall.toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
const local = (instant: string, zone: string): string => stamp(wallOf(instant, zone));
const utc = (instant: string): string => `${stamp(new Date(instant))}Z`;
const dayIn = (instant: string, zone: string): string => wallOf(instant, zone).toISOString().slice(0, 10);

/** Beside a start with a zone, the end of a rule is told in UTC (RFC 5545, 3.3.10). */
const withUtcUntil = (rule: string, zone: string): string =>
  rule.replace(/UNTIL=(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)Z?)?/, (_all, y: string, m: string, d: string, h = '23', i = '59', s = '59') => {
    const instant = instantOf(new Date(`${y}-${m}-${d}T${h}:${i}:${s}Z`), zone);
    return `UNTIL=${utc(instant)}`;
  });

const escaped = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll(/[;,]/g, '\\$&').replaceAll(/\r?\n/g, '\\n');

function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  for (const letter of line) {
    const most = parts.length === 0 ? MOST_OCTETS : MOST_OCTETS - 1;
    if (Buffer.byteLength(part + letter) > most) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part].join('\r\n ');
}
