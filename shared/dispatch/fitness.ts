import type { CategoryCode } from '#shared/team/orders.ts';
import type { Member, Team } from '#shared/team/state.ts';

/** What a team is certified for. `has` without a level: it does such work, and nobody has certified how well. */
export interface Standing {
  has: boolean;
  level?: number;
  validTo?: string;
}

/** What of the register decides about a dispatch is read here and nowhere else. */
export function standingIn({ categories }: Pick<Team, 'categories'>, category: CategoryCode, now: string): Standing {
  const own = categories.find((one) => one.category === category);
  if (!own) return { has: false };
  const { level, certificate } = own;
  if (level === undefined || certificate === undefined || !isValid(certificate.validTo, now)) return { has: true };
  return { has: true, level, validTo: certificate.validTo };
}

/** How many of its people are insured now. */
export const insuredOf = ({ strength }: Pick<Team, 'strength'>, now: string): number => strength.insured.filter((until) => isValid(until, now)).length;

export const isAvailable = ({ availability }: Pick<Team, 'availability'>): boolean => availability.available;

/** Whether somebody may be on a mission list (VOL17 art. 17: insured first). */
export const mayGo = ({ insuredUntil, leftAt }: Pick<Member, 'insuredUntil' | 'leftAt'>, now: string): boolean =>
  leftAt === undefined && insuredUntil !== undefined && isValid(insuredUntil, now);

const OFFSET_MS = 8 * 3_600_000;
const DATE_LENGTH = 10;

/** A date holds to the end of its day by the city's clock, an instant until it has passed. */
function isValid(until: string, now: string): boolean {
  if (until.length > DATE_LENGTH) return until >= now;
  return until >= new Date(Date.parse(now) + OFFSET_MS).toISOString().slice(0, DATE_LENGTH);
}
