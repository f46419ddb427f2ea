import { certifiedLevel, isValid, today, type Category } from '#shared/team/category.ts';
import type { Member } from '#shared/team/member.ts';
import type { Team } from '#shared/team/state.ts';

/** What a team is certified for. `has` without a level: it does such work, and nobody has certified how well. */
export interface Standing {
  has: boolean;
  level?: number;
  validTo?: string;
}

/** What of the register decides about a dispatch is read here and nowhere else. */
export function standingIn(team: Pick<Team, 'categories'>, category: Category, now: string): Standing {
  const own = team.categories.find((one) => one.category === category);
  const level = certifiedLevel(team, category, now);
  if (!own || level === undefined || !own.certificate) return { has: own !== undefined };
  return { has: true, level, validTo: own.certificate.validTo };
}

/** How many of its people are insured now: the dates are in order, and a day is compared as it is written. */
export function insuredOf({ strength: { insuredUntil } }: Pick<Team, 'strength'>, now: string): number {
  const first = insuredUntil.findIndex((date) => isValid(date, now));
  return first === -1 ? 0 : insuredUntil.length - first;
}

/** Whether somebody may be on a mission list (VOL17 art. 17: insured first). */
export const mayGo = ({ insuredUntil, leftAt }: Pick<Member, 'insuredUntil' | 'leftAt'>, now: string): boolean =>
  leftAt === undefined && insuredUntil !== undefined && isValid(insuredUntil, now);

const FOREST_FIRE = 'N06';
export const isForestFire = ({ about }: { about: { typeCode: string } }): boolean => about.typeCode.startsWith(FOREST_FIRE);

/** Disabled persons, pregnant women and minors are not mobilised against a forest fire (FF08 art. 35). The register knows that, not why. */
export const mayFightFire = ({ notForFire, minorUntil }: Pick<Member, 'notForFire' | 'minorUntil'>, now: string): boolean =>
  notForFire !== true && (minorUntil === undefined || minorUntil <= today(now));
