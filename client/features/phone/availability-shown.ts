import type { Payload } from '#shared/catalogue.ts';
import type { Team } from '#shared/team/state.ts';
import type { Sending } from '#client/store/outbox-queue.ts';

type Readiness = Team['availability'];
export type Days = Readiness['daysOff'];
export type Windows = Readiness['weekly'];

/** Readiness as it will be once what waits here is recorded: each order says only what it changes. */
export function withWaiting(now: Readiness, waiting: readonly Pick<Sending, 'payload'>[]): Readiness {
  let shown = now;
  for (const { payload } of waiting) {
    // Put there by this page, by the order's schema.
    const { onDuty, weekly, daysOff } = payload as Payload<'team.availability'>;
    shown = { ...shown, onDuty: onDuty ?? shown.onDuty, weekly: weekly ?? shown.weekly, daysOff: daysOff ?? shown.daysOff };
  }
  return shown;
}

/** The day off that today is one of. */
export const dayOffOn = (days: Days, today: string): Days[number] | undefined => days.find(({ from, to }) => from <= today && today <= to);

export const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Day = (typeof DAYS)[number];

const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
const clockOf = (minute: number): string => `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const A_DAY = 24 * 60;

/** A weekly window of what a form says. One that ends before it begins ends on the next day; a whole day is from 00:00 to 00:00. */
export function windowOf(days: readonly Day[], from: string, to: string, today: string): Windows[number] {
  const minutes = (minuteOf(to) - minuteOf(from) + A_DAY) % A_DAY;
  const by = DAYS.filter((day) => days.includes(day)).join(',');
  return { rule: `FREQ=WEEKLY;BYDAY=${by}`, anchor: `${today}T${from}`, minutes: minutes === 0 ? A_DAY : minutes };
}

export interface SaidWindow {
  days: readonly Day[];
  from: string;
  to: string;
  nextDay: boolean;
}

/** What a window says, for people. */
export function saidOf({ rule, anchor, minutes }: Windows[number]): SaidWindow {
  const named = /BYDAY=([A-Z,]+)/.exec(rule)?.[1]?.split(',') ?? [];
  const from = anchor.slice(11, 16);
  const end = minuteOf(from) + minutes;
  return { days: named.length === 0 ? DAYS : DAYS.filter((day) => named.includes(day)), from, to: clockOf(end), nextDay: end >= A_DAY };
}
