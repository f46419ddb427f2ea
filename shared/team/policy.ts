import { chainOf } from '#shared/duty/policy.ts';
import { isDuty, isLeader, type Actor } from '#shared/seat.ts';

/** The team itself, the authority that registers it, and those above. */
export const teamReaders = (id: string, org: string): string[] => [`team:${id}`, ...chainOf(org).map((one) => `org:${one}`)];

/** The registering authority or one above it: its duty office and its leaders. */
export const mayRegister = (actor: Actor, org: string): boolean => (isDuty(actor) || isLeader(actor)) && chainOf(org).includes(actor.org);

export const isOwnTeam = (actor: Actor, teamId: string): boolean => actor.role === 'team' && actor.team === teamId;

/** A team keeps its own entry and members; its authority may do it for it. */
export const mayKeepTeam = (actor: Actor, { id, org }: { id: string; org: string }): boolean => isOwnTeam(actor, id) || mayRegister(actor, org);

/** The keys that plain values are under. A member's is destroyed when the member leaves. */
export const teamVaultGroup = (teamId: string): string => `team.${teamId}`;
export const memberVaultGroup = (memberId: string): string => `member.${memberId}`;

/** How many days before a paper expires the team is warned. */
export const WARN_DAYS = [60, 30, 7] as const;

/** The team that an application is about: a team's seat applies for its own. */
export const appliedBy = ({ teamId }: { teamId?: string | undefined }, actor: Actor): string =>
  (actor.role === 'team' ? undefined : teamId) ?? actor.team ?? actor.org;
