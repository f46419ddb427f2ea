import { refuse } from '#shared/refusal.ts';
import type { Actor } from '#shared/seat.ts';
import type { World } from '#shared/world.ts';
import { isOwnTeam, mayKeepTeam } from './policy.ts';
import type { Team } from './state.ts';

/** The team, if the actor may know of it: another is refused in the same words as one that is not there. */
export function teamOf(world: World, id: string, actor: Actor, path = 'teamId'): Team {
  const team = world.get('team', id);
  const seen = team && (actor.role === 'system' || isOwnTeam(actor, id) || (actor.role !== 'team' && team.readers.includes(`org:${actor.org}`)));
  return seen ? team : refuse('team.unknown', 'There is no such team here.', [{ path, message: 'unknown team' }]);
}

/** The team, for whoever keeps its entry and its members. */
export function kept(world: World, id: string, actor: Actor): Team {
  const team = teamOf(world, id, actor);
  if (!mayKeepTeam(actor, team)) refuse('not-permitted', 'The team itself, or the duty office or a leader of its authority or of one above, keeps it.');
  if (team.status === 'revoked') refuse('team.state', 'The registration of this team was revoked.', [{ path: 'teamId', message: team.status }]);
  return team;
}
