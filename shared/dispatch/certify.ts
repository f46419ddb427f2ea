import type { Decided } from '#shared/decide.ts';
import { refuse } from '#shared/refusal.ts';
import type { Payload } from './decide.ts';
import { mayDispatch } from './policy.ts';
import { done, namedMission, quietOf, teamOf, type Ground } from './ground.ts';

/** A certificate of service is free (VOL17 art. 19): for whoever has hours, once they are told. */
export function decideCertify(ground: Ground, { teamId, memberId, code }: Payload<'dispatch.certify'>): Decided {
  const { actor } = ground;
  const mission = namedMission(ground, teamId);
  if (!mayDispatch(actor) && (actor.role !== 'team' || teamOf(actor) !== teamId)) refuse('not-permitted', 'The team or an officer asks for a certificate.');
  if (mission.state !== 'debriefed') refuse('mission.state', 'Hours are known when the team has told them.');
  if (!mission.hours?.some((row) => row.memberId === memberId))
    refuse('mission.unlisted', 'No hours are told of this person.', [{ path: 'memberId', message: 'has no hours' }]);
  if (mission.certificates?.some((one) => one.memberId === memberId)) refuse('dispatch.answered', 'The certificate is there already.');
  return done(ground, { ...quietOf(ground), type: 'dispatch.certified', teamId, memberId, code });
}
