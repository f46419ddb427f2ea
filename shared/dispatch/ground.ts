import { claimedAt } from '#shared/claimed.ts';
import type { Decided } from '#shared/decide.ts';
import { nextEntry } from '#shared/incident/entry.ts';
import type { Incident } from '#shared/incident/state.ts';
import { refuse } from '#shared/refusal.ts';
import type { Actor } from '#shared/seat.ts';
import { minutesBetween } from '#shared/time.ts';
import type { World } from '#shared/world.ts';
import { missionId, type Mission, type MissionState } from './mission.ts';
import { mayDispatch } from './policy.ts';
import type { OfDispatchEvent } from './events.ts';
import { offerOf, type Dispatch } from './state.ts';

/** Upon what an order about a dispatch is decided. */
export interface Ground {
  world: World;
  dispatch: Dispatch;
  incident: Incident;
  actor: Actor;
  now: string;
}

/** What an event says of its dispatch when it is the next entry of the timeline; a second one of the same order is one further. */
export const entryOf = ({ dispatch, incident }: Ground, ahead = 0) => ({ ...nextEntry(incident, ahead), dispatchId: dispatch.id });

/** The same of what is too small for the timeline. */
export const quietOf = ({ dispatch, incident }: Ground) => ({ incidentId: incident.id, readers: incident.readers, dispatchId: dispatch.id });

export function done({ dispatch, incident }: Ground, first: OfDispatchEvent, ...more: readonly OfDispatchEvent[]): Decided {
  return { events: [named(dispatch, first), ...more.map((event) => named(dispatch, event))], refs: { dispatch: dispatch.id, incident: incident.id } };
}

/** An entry tells by name what it is about: when it is folded again, the dispatch may be gone. */
function named(dispatch: Dispatch, event: OfDispatchEvent): OfDispatchEvent {
  if (event.n === undefined) return event;
  const ids = 'teamId' in event ? [event.teamId] : 'teamIds' in event ? event.teamIds : [];
  const offered = 'offers' in event ? event.offers.map(({ name }) => name) : [];
  return { ...event, named: { number: dispatch.number, teams: [...ids.map((id) => offerOf(dispatch, id)?.name ?? id), ...offered] } };
}

export const missionOf = ({ world, dispatch }: Pick<Ground, 'world' | 'dispatch'>, teamId: string): Mission | undefined =>
  world.get('mission', missionId(dispatch.id, teamId));

/** The mission of whoever orders: only a team's own seat answers for it. */
export function ownMission(ground: Ground): Mission {
  const { actor } = ground;
  if (actor.role !== 'team') return refuse('not-permitted', 'Only the team itself answers and tells how it goes.');
  return missionOf(ground, teamOf(actor)) ?? refuse('dispatch.not-offered', 'This team was not asked.');
}

export const teamOf = (actor: Actor): string => actor.team ?? actor.org;

/** The mission of a team that an officer names. */
export function namedMission(ground: Ground, teamId: string): Mission {
  return missionOf(ground, teamId) ?? refuse('dispatch.not-offered', 'That team was not asked.', [{ path: 'teamId', message: 'was not asked' }]);
}

/** When something was so that waited for a network: before now, and not before what the mission came to last. */
export function waited(mission: Mission, at: string | undefined, now: string): { claimedAt?: string } {
  const claimed = claimedAt(at, now);
  if (minutesBetween(claimed, now) < 1) return {};
  const last = mission.steps.at(-1);
  const since = last?.claimedAt ?? last?.at ?? mission.at;
  return { claimedAt: claimed < since ? since : claimed };
}

export function officerOnly(actor: Actor): void {
  if (!mayDispatch(actor)) refuse('not-permitted', 'Only a duty officer or a leader of the county or the city dispatches teams.');
}

export function clockworkOnly(actor: Actor): void {
  if (actor.role !== 'system') refuse('not-permitted', 'This is ordered by the clockwork.');
}

export function inState(mission: Mission, ...states: readonly MissionState[]): void {
  if (!states.includes(mission.state))
    refuse('mission.state', `The mission of ${mission.teamName} is ${mission.state}: this does not follow.`, [
      { path: 'dispatchId', message: 'does not follow', current: mission.state },
    ]);
}
