import { isDuty, isLeader, type Actor } from '#shared/seat.ts';

/** Rules B.9: the county and the city dispatch; a township asks them to. */
export const mayDispatch = (actor: Actor): boolean => (isDuty(actor) && actor.role !== 'township-duty') || isLeader(actor);

/** Who tells an authority of a team that set out by itself: the team, or whoever meets it. */
export const mayReportSelf = (actor: Actor): boolean => actor.role === 'team' || isDuty(actor) || isLeader(actor);
