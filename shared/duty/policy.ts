import { regionChain } from '#shared/region.ts';
import { isDuty, isLeader, type Actor, type Role } from '#shared/seat.ts';
import type { Shift } from './state.ts';

/** As agreed in plans/rules/duty.json. */
export const RELIEF_LATE_MINUTES = 15;
export const START_EARLY_MINUTES = 60;
export const LEADER_REACH_MINUTES = 5;
/** So long a shift stays at hand after its end: a month and what is looked back at. */
export const KEPT_DAYS = 40;

const OFFICERS: readonly Role[] = ['township-duty', 'county-duty', 'city-duty', 'department'];
const LEADERS: readonly Role[] = ['county-leader', 'city-leader'];

/** Own staff only: an officer has a duty seat of the organisation. */
export const mayBeOfficer = (role: Role): boolean => OFFICERS.includes(role);

/** Townships and departments have no leader's seat: one of their own is named. */
export const mayLead = (role: Role): boolean => LEADERS.includes(role) || role === 'township-duty' || role === 'department';

export const standsDuty = (actor: Pick<Actor, 'id' | 'name' | 'role' | 'org'>): boolean => isDuty(actor) || actor.role === 'department';

/** The duty office of an organisation and its leaders plan its shifts. */
export const mayPlan = (actor: Actor, org: string): boolean => actor.org === org && (standsDuty(actor) || isLeader(actor));

export const isOfficer = (actor: Pick<Actor, 'id'>, { officers }: Pick<Shift, 'officers'>): boolean => officers.some(({ id }) => id === actor.id);

export const isOnPost = ({ status }: Pick<Shift, 'status'>): boolean => status === 'on_duty' || status === 'handing_over';

export const mayStart = (actor: Actor, shift: Shift): boolean => shift.status === 'planned' && isOfficer(actor, shift);

export const mayWrite = (actor: Actor, org: string): boolean => mayPlan(actor, org);

/** An organisation and those above it, the nearest first. */
export const chainOf = (org: string): string[] => (/^\d+$/.test(org) ? regionChain(org) : [org]);

/** A leader of the organisation, or duty and leaders above, check a post; whether the leader answers, the officers themselves find out too. */
export function mayCheck(actor: Actor, { org }: Pick<Shift, 'org'>, of: 'officers' | 'leader'): boolean {
  if (actor.org === org) return of === 'leader' ? standsDuty(actor) : isLeader(actor);
  return (isDuty(actor) || isLeader(actor)) && chainOf(org).includes(actor.org);
}

export const mayHand = (actor: Actor, shift: Shift): boolean => shift.status === 'on_duty' && isOfficer(actor, shift);

/** Who signs as the leader on duty: the one of either shift, or another leader of the organisation. */
export const isLeaderOf = (actor: Actor, shifts: readonly Pick<Shift, 'leader' | 'org'>[]): boolean =>
  shifts.some(({ leader, org }) => actor.id === leader.id || (isLeader(actor) && actor.org === org));

/** The log and the handovers of a duty office are read by its organisation and by those above. */
export const logReaders = (org: string): string[] => chainOf(org).map((one) => `org:${one}`);

/** Who is on duty is known to all who have a seat, so that they know whom to call. */
export const SHIFT_READERS: readonly string[] = ['everyone'];
