import { isDuty, isLeader, type Actor } from '#shared/seat.ts';
import type { World } from '#shared/world.ts';
import { isCommitted, type Mission, type MissionState } from './mission.ts';
import type { PROGRESS } from './orders.ts';
import type { Dispatch } from './state.ts';

/** Rules B.9: the county and the city dispatch; a township asks them to. */
export const mayDispatch = (actor: Actor): boolean => (isDuty(actor) && actor.role !== 'township-duty') || isLeader(actor);

/** Who asks the county or the city to dispatch. */
export const maySeekDispatch = (actor: Actor): boolean => actor.role === 'township-duty' || actor.role === 'department';

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

export interface NotToBeHad {
  code: 'dispatch.answered' | 'dispatch.lapsed' | 'dispatch.over' | 'dispatch.slot-filled';
  /** Since when. */
  at: string | undefined;
}

/** Why a team can't accept (any more), and since when; nothing when a slot is to be had. A phone asks the same before it sends. */
export function whyNotAccept(dispatch: Dispatch, mission: Pick<Mission, 'state' | 'steps'>, now: string): NotToBeHad | undefined {
  const { state, filledAt, endedAt, acceptBy } = dispatch;
  const ended = state === 'cancelled' || state === 'closed';
  if (mission.state !== 'offered' && mission.state !== 'no_reply')
    return { code: ended && mission.state === 'stood_down' ? 'dispatch.over' : 'dispatch.answered', at: mission.steps.at(-1)?.at };
  if (state === 'filled') return { code: 'dispatch.slot-filled', at: filledAt };
  if (ended) return { code: 'dispatch.over', at: endedAt };
  return state === 'lapsed' || now > acceptBy ? { code: 'dispatch.lapsed', at: acceptBy } : undefined;
}

/** Whoever was never let go may go home all the same: it is seen that nobody released it. */
const BEFORE: Record<(typeof PROGRESS)[number], readonly MissionState[]> = {
  en_route: ['accepted'],
  checked_in: ['accepted', 'en_route'],
  working: ['checked_in', 'assigned'],
  returned: ['checked_in', 'assigned', 'working', 'released'],
};

/** Whether a team may say that it has come to the next state. */
export const mayTell = ({ state }: Pick<Mission, 'state'>, status: (typeof PROGRESS)[number]): boolean => BEFORE[status].includes(state);
