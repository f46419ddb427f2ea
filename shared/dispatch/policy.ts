import { isDuty, isLeader, type Actor } from '#shared/seat.ts';
import type { World } from '#shared/world.ts';
import { isCommitted } from './mission.ts';

/** Rules B.9: the county and the city dispatch; a township asks them to. */
export const mayDispatch = (actor: Actor): boolean => (isDuty(actor) && actor.role !== 'township-duty') || isLeader(actor);

/** Who tells an authority of a team that set out by itself: the team, or whoever meets it. */
export const mayReportSelf = (actor: Actor): boolean => actor.role === 'team' || isDuty(actor) || isLeader(actor);

/** Whether the actor's team is at an incident, or was and tells of it. */
export function wasSentTo(world: Pick<World, 'all'>, actor: Actor, incidentId: string): boolean {
  const team = actor.team ?? actor.org;
  for (const mission of world.all('mission'))
    if (mission.incidentId === incidentId && mission.teamId === team && (isCommitted(mission) || mission.state === 'returned' || mission.state === 'debriefed'))
      return true;
  return false;
}
