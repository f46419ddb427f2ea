import { defined } from '#shared/defined.ts';
import { putEntry } from '#shared/incident/entry.ts';
import { putHeld } from '#shared/incident/held.ts';
import { inMode } from '#shared/readers.ts';
import type { Author } from '#shared/seat.ts';
import type { Draft, Unstamped } from '#shared/world.ts';
import { countAppraisal, countService } from '#shared/team/service.ts';
import { said } from './entry.ts';
import { changedDispatch, offersOf } from './evolve-need.ts';
import { changedMission } from './evolve-mission.ts';
import type { DispatchEvent, DispatchRequested, OfDispatchEvent, Offered, SelfLeft, SelfReported } from './events.ts';
import { missionId, type Mission } from './mission.ts';
import type { Dispatch } from './state.ts';

/** Folds one event in. Total: what is said of a dispatch or a mission that is not here is an entry of the timeline and no more. */
export function evolveDispatch(draft: Draft, event: DispatchEvent, at: string, by: Author): void {
  if (event.type === 'dispatch.archived') return draft.retire('mission', event.missionId);
  if (event.type === 'dispatch.self-reported' || event.type === 'dispatch.self-left') evolveSelf(draft, event, at, by);
  else {
    const dispatch = draft.get('dispatch', event.dispatchId);
    if (event.type === 'dispatch.requested') putHeld(draft, 'dispatch', requested(event, at, by), event.readers);
    else if (dispatch) {
      const next = changedDispatch(dispatch, event, at);
      if (next !== dispatch) putHeld(draft, 'dispatch', next, event.readers);
    }
    if (event.type === 'dispatch.requested' || event.type === 'dispatch.confirmed' || event.type === 'dispatch.offered')
      for (const offer of event.offers) putHeld(draft, 'mission', offered(draft, event, offer, at, by), event.readers);
    else for (const teamId of teamsOf(event)) evolveMission(draft, event, teamId, at, by);
  }
  const { incidentId, n, readers } = event;
  if (incidentId !== undefined && n !== undefined) putEntry(draft, { type: event.type, incidentId, n, readers }, at, by, said(event));
}

type Asking = Extract<DispatchEvent, { type: 'dispatch.requested' | 'dispatch.confirmed' | 'dispatch.offered' }>;
type OfTeams = Exclude<OfDispatchEvent, Asking>;

function teamsOf(event: OfTeams): readonly string[] {
  if ('teamId' in event) return [event.teamId];
  return 'standDown' in event ? [...event.teamIds, ...event.standDown] : event.teamIds;
}

function evolveMission(draft: Draft, event: OfTeams, teamId: string, at: string, by: Author): void {
  const mission = draft.get('mission', missionId(event.dispatchId, teamId));
  if (!mission) return;
  if (event.type === 'dispatch.debriefed' && !mission.exercise) countService(draft, event, mission.hours);
  if (event.type === 'dispatch.appraised' && event.side === 'authority' && !mission.exercise) countAppraisal(draft, event);
  putHeld(draft, 'mission', { ...changedMission(mission, event, at, by), incidentId: event.incidentId }, event.readers);
}

function requested(event: DispatchRequested, at: string, by: Author): Omit<Unstamped<Dispatch>, 'readers'> {
  const { type: _type, n: _n, readers: _readers, named: _named, dispatchId: id, offers, sought, ...facts } = event;
  return {
    ...facts,
    ...(sought ? { sought: { by, at } } : {}),
    id,
    state: 'open',
    offers: offersOf(offers, at),
    by,
    at,
    alwaysReadBy: roomsOf(offers, event.exercise),
  };
}

export const roomsOf = (offers: readonly Pick<Offered, 'teamId'>[], exercise: boolean): string[] =>
  inMode(
    offers.map(({ teamId }) => `team:${teamId}`),
    exercise,
  );

/** A team that is asked again goes on with the mission that it had. */
function offered(draft: Draft, event: Asking, offer: Offered, at: string, by: Author) {
  const { dispatchId, incidentId, exercise } = event;
  const id = missionId(dispatchId, offer.teamId);
  const before = draft.get('mission', id);
  const step = { state: 'offered', at, by } as const;
  if (before) return { ...before, incidentId, state: 'offered' as const, steps: [...before.steps, step] };
  const { teamId, name: teamName } = offer;
  const empty = { replies: [], told: [], members: [], present: [], log: [] };
  return {
    id,
    dispatchId,
    incidentId,
    teamId,
    teamName,
    state: 'offered' as const,
    steps: [step],
    at,
    ...empty,
    exercise,
    alwaysReadBy: roomsOf([offer], exercise),
  };
}

function evolveSelf(draft: Draft, event: SelfReported | SelfLeft, at: string, by: Author): void {
  const { missionId: id, readers } = event;
  const before = draft.get('mission', id);
  if (event.type === 'dispatch.self-reported') putMission(draft, selfReported(event, at, by), readers);
  else if (before) {
    const { incidentId } = before;
    const step = defined({ state: 'self_left' as const, at, by, text: event.text });
    putMission(draft, { ...before, ...(incidentId === undefined ? {} : { incidentId }), state: 'self_left', steps: [...before.steps, step] }, readers);
  }
}

function selfReported(event: SelfReported, at: string, by: Author): Omit<Unstamped<Mission>, 'readers'> {
  const { missionId: id, incidentId, teamId, teamName, place, people, text, exercise } = event;
  const said = { at, by, text };
  return {
    id,
    ...(incidentId === undefined ? {} : { incidentId }),
    teamId,
    teamName,
    state: 'self_reported',
    steps: [{ state: 'self_reported', at, by }],
    at,
    people,
    place,
    replies: [said],
    told: [],
    members: [],
    present: [],
    log: [],
    exercise,
    alwaysReadBy: roomsOf([event], exercise),
  };
}

function putMission(draft: Draft, mission: Omit<Unstamped<Mission>, 'readers'>, readers: readonly string[]): void {
  const { incidentId } = mission;
  if (incidentId === undefined) draft.put('mission', { ...mission, readers: [...new Set([...readers, ...mission.alwaysReadBy])] });
  else putHeld(draft, 'mission', { ...mission, incidentId }, readers);
}
