import type { CategoryCode } from '#shared/team/orders.ts';
import type { Member, Team } from '#shared/team/state.ts';

/** What a team is certified for. `has` without a level: it does such work, and nobody has certified how well. */
export interface Standing {
  has: boolean;
  level?: number;
  validTo?: string;
}

/** The instant, and the day that it is by the city's clock. */
export interface Today {
  now: string;
  day: string;
}

const OFFSET_MS = 8 * 3_600_000;
const DAY_LENGTH = 10;

export const todayOf = (now: string): Today => ({ now, day: new Date(Date.parse(now) + OFFSET_MS).toISOString().slice(0, DAY_LENGTH) });

/** What of the register decides about a dispatch is read here and nowhere else. */
export function standingIn({ categories }: Pick<Team, 'categories'>, category: CategoryCode, today: Today): Standing {
  const own = categories.find((one) => one.category === category);
  if (!own) return { has: false };
  const { level, certificate } = own;
  if (level === undefined || certificate === undefined || !isValid(certificate.validTo, today)) return { has: true };
  return { has: true, level, validTo: certificate.validTo };
}

/** How many of its people are insured now. */
export function insuredOf({ strength }: Pick<Team, 'strength'>, today: Today): number {
  let insured = 0;
  for (const until of strength.insured) if (isValid(until, today)) insured += 1;
  return insured;
}

export const isAvailable = ({ availability }: Pick<Team, 'availability'>): boolean => availability.available;

/** Whether somebody may be on a mission list (VOL17 art. 17: insured first). */
export const mayGo = ({ insuredUntil, leftAt }: Pick<Member, 'insuredUntil' | 'leftAt'>, today: Today): boolean =>
  leftAt === undefined && insuredUntil !== undefined && isValid(insuredUntil, today);

/** A date holds to the end of its day, an instant until it has passed. */
const isValid = (until: string, { now, day }: Today): boolean => until >= (until.length > DAY_LENGTH ? now : day);
