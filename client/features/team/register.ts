import { endOf, isValid, type Category } from '#shared/team/category.ts';
import type { Team, TeamStatus } from '#shared/team/state.ts';

export interface RegisterFilter {
  status: TeamStatus | '';
  category: Category | '';
  /** Six digits of a county, or of the city itself. */
  org: string;
  text: string;
}

export const NO_FILTER: RegisterFilter = { status: '', category: '', org: '', text: '' };

/** What of a team's papers ends first: a level, the agreement, or somebody's insurance. */
export interface Expiry {
  of: Category | 'agreement' | 'insurance';
  validTo: string;
}

export function firstExpiry({ categories, agreement, strength }: Pick<Team, 'categories' | 'agreement' | 'strength'>): Expiry | undefined {
  const all: Expiry[] = categories.flatMap(({ category, certificate }) => (certificate ? [{ of: category, validTo: certificate.validTo }] : []));
  if (agreement) all.push({ of: 'agreement', validTo: agreement.validTo });
  const [first] = strength.insuredUntil;
  if (first !== undefined) all.push({ of: 'insurance', validTo: first });
  return all.sort((a, b) => (a.validTo < b.validTo ? -1 : 1))[0];
}

const DAY_MS = 86_400_000;
/** As early as a team is warned of it. */
const SOON_DAYS = 60;

export function urgencyOf({ validTo }: Expiry, now: string): 'over' | 'soon' | 'far' {
  if (!isValid(validTo, now)) return 'over';
  return Date.parse(endOf(validTo)) - Date.parse(now) <= SOON_DAYS * DAY_MS ? 'soon' : 'far';
}

/** What waits for the authority comes first, then what expires first; a registration that was revoked last. */
export function inOrder(teams: readonly Team[]): Team[] {
  const keyed = teams.map((team) => ({ team, rank: rankOf(team), ends: firstExpiry(team)?.validTo ?? '9999' }));
  keyed.sort((a, b) => a.rank - b.rank || compare(a.ends, b.ends) || compare(a.team.name, b.team.name));
  return keyed.map(({ team }) => team);
}

const rankOf = ({ status }: Team): number => (status === 'applied' ? 0 : status === 'revoked' ? 2 : 1);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function matches(team: Team, { status, category, org, text }: RegisterFilter, match: (texts: readonly (string | undefined)[]) => boolean): boolean {
  if (status !== '' && team.status !== status) return false;
  if (category !== '' && !team.categories.some((one) => one.category === category)) return false;
  if (org !== '' && team.org !== org && team.base.adcode.slice(0, 6) !== org) return false;
  return text.trim() === '' || match([team.name, team.base.text, team.creditCode, team.supervisorOrg, team.leader.name]);
}

/** Every word that is looked for stands somewhere. */
export function matcher(text: string): (texts: readonly (string | undefined)[]) => boolean {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return (texts) => {
    const all = texts
      .filter((one) => one !== undefined)
      .join('\n')
      .toLowerCase();
    return words.every((word) => all.includes(word));
  };
}

/** What an application may be returned for, as its form names it. */
export const FAULT_FIELDS = [
  'name',
  'creditCode',
  'civilRegNo',
  'supervisorOrg',
  'leader',
  'base',
  'categories',
  'equipment',
  'vehicles',
  'rangeKm',
  'responseMinutes',
  'members',
] as const;
