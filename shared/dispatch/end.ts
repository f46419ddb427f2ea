import type { Decided } from '#shared/decide.ts';
import { defined } from '#shared/defined.ts';
import { refuse } from '#shared/refusal.ts';
import type { Payload } from './decide.ts';
import { done, entryOf, missionOf, namedMission, officerOnly, type Ground } from './ground.ts';
import { isUnderWay } from './mission.ts';
import type { Dispatch } from './state.ts';

/** Named teams go home; without a name the need is over and all of them do. */
export function decideRelease(ground: Ground, order: Payload<'dispatch.release'>): Decided {
  officerOnly(ground.actor);
  notOver(ground.dispatch);
  const closes = order.teamIds === undefined;
  for (const teamId of order.teamIds ?? [])
    if (!isUnderWay(namedMission(ground, teamId))) refuse('mission.state', 'That team is not on its way or at work.', [{ path: 'teamIds', message: teamId }]);
  return done(ground, {
    ...entryOf(ground),
    type: 'dispatch.released',
    teamIds: [...new Set(order.teamIds ?? underWay(ground))],
    standDown: closes ? asked(ground.dispatch) : [],
    closes,
    ...defined({ reason: order.reason }),
  });
}

export function decideCancel(ground: Ground, { reason }: Payload<'dispatch.cancel'>): Decided {
  officerOnly(ground.actor);
  notOver(ground.dispatch);
  return done(ground, { ...entryOf(ground), type: 'dispatch.cancelled', teamIds: underWay(ground), standDown: asked(ground.dispatch), reason });
}

/** Teams that were asked and have not come are told that they are not needed. */
export function decideStandDown(ground: Ground, order: Payload<'dispatch.stand-down'>): Decided {
  officerOnly(ground.actor);
  for (const teamId of order.teamIds) {
    const { state } = namedMission(ground, teamId);
    if (state !== 'offered' && state !== 'no_reply')
      refuse('mission.state', 'Only a team that has not answered is stood down; one that has accepted is released.', [
        { path: 'teamIds', message: teamId, current: state },
      ]);
  }
  return done(ground, { ...entryOf(ground), type: 'dispatch.stood-down', teamIds: [...new Set(order.teamIds)], ...defined({ reason: order.reason }) });
}

const underWay = (ground: Ground): string[] =>
  ground.dispatch.offers.map(({ teamId }) => teamId).filter((teamId) => isUnderWay(missionOf(ground, teamId) ?? { state: 'returned' }));

const asked = ({ offers }: Dispatch): string[] => offers.filter(({ state }) => state === 'offered' || state === 'no_reply').map(({ teamId }) => teamId);

export function notOver({ state, endedAt }: Dispatch): void {
  if (state === 'cancelled' || state === 'closed')
    refuse('dispatch.over', 'The dispatch is over.', [{ path: 'dispatchId', message: `is ${state}`, current: endedAt }]);
}
