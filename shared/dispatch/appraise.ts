import type { Decided } from '#shared/decide.ts';
import { defined } from '#shared/defined.ts';
import { refuse } from '#shared/refusal.ts';
import type { Payload } from './decide.ts';
import { done, inState, namedMission, officerOnly, ownMission, quietOf, type Ground } from './ground.ts';

/** Both sides say once how a mission went. The other side reads it; other teams and the timeline don't. */
export function decideAppraise(ground: Ground, { teamId, score, text }: Payload<'dispatch.appraise'>): Decided {
  const side = ground.actor.role === 'team' ? 'team' : 'authority';
  if (side === 'authority') officerOnly(ground.actor);
  const mission = side === 'team' ? ownMission(ground) : namedMission(ground, teamId ?? missing());
  inState(mission, 'returned', 'debriefed');
  if (mission.appraisals?.some((one) => one.side === side))
    refuse('dispatch.answered', 'This was said already.', [{ path: 'dispatchId', message: 'is appraised' }]);
  return done(ground, { ...quietOf(ground), type: 'dispatch.appraised', teamId: mission.teamId, side, score, ...defined({ text }) });
}

const missing = (): never => refuse('invalid', 'Say which team.', [{ path: 'teamId', message: 'is missing' }]);
