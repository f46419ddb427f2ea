import { dayOf } from '#shared/time.ts';
import type { Certificate } from './orders.ts';

/** The five categories that social teams are assessed in (rules A.16). */
export const CATEGORIES = ['collapse', 'mountain', 'water', 'diving', 'medical'] as const;
export type Category = (typeof CATEGORIES)[number];

/** 1 is the highest level. */
export type TeamLevel = 1 | 2 | 3;

/** What a team can do. A level is certified or it is the team's own opinion: the one is never read from the other. */
export interface Capability {
  category: Category;
  certificate?: Certificate & { level: TeamLevel };
  selfLevel?: TeamLevel;
}

/** When a paper that is valid through a day ends: the midnight after it, by the city's clock. */
export const endOf = (validTo: string): string => new Date(Date.parse(`${validTo}T24:00:00+08:00`)).toISOString();

/** Asked of a hundred thousand teams for one instant: a day is compared as it is written, and the instant's day is made once. */
export const isValid = (validTo: string, now: string): boolean => today(now) <= validTo;

let last = { now: '', day: '' };

/** The city's day at an instant, `2026-06-01`. */
export function today(now: string): string {
  if (last.now !== now) {
    const day = dayOf(now);
    last = { now, day: `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}` };
  }
  return last.day;
}

/** The certified level that counts at an instant. An expired certificate hides a team from a filter, not from the register. */
export function certifiedLevel({ categories }: { categories: readonly Capability[] }, category: Category, now: string): TeamLevel | undefined {
  const certificate = categories.find((one) => one.category === category)?.certificate;
  return certificate && isValid(certificate.validTo, now) ? certificate.level : undefined;
}

/** How many members are insured at an instant. */
export const insuredAt = ({ insuredUntil }: { insuredUntil: readonly string[] }, now: string): number =>
  insuredUntil.filter((date) => isValid(date, now)).length;
