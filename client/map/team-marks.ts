import { isCommitted, reachedAt, type Mission } from '#shared/dispatch/mission.ts';
import { mayStillAccept, type Dispatch } from '#shared/dispatch/state.ts';
import type { LngLat } from '#shared/geo.ts';
import type { Position } from '#shared/protocol.ts';
import { readyAt } from '#shared/team/ready.ts';
import type { Team } from '#shared/team/state.ts';

/** How a team stands, as the map tells it by shape, letter and colour. */
export const TEAM_LOOKS = ['available', 'off', 'asked', 'coming', 'there', 'leaving', 'self'] as const;
export type TeamLook = (typeof TEAM_LOOKS)[number];

export interface TeamMark extends LngLat {
  /** Of the mission, else of the team. */
  id: string;
  teamId: string;
  name: string;
  look: TeamLook;
  /** Where it is bound for. */
  to?: LngLat;
  etaAt?: string;
  /** When a phone of it last said where it is; absent, this is where it must be: its base, or the staging zone. */
  heardAt?: string;
  incidentId?: string;
}

export interface Field {
  teams: Iterable<Team>;
  dispatches: ReadonlyMap<string, Dispatch>;
  missions: Iterable<Mission>;
  positions: ReadonlyMap<string, ReadonlyMap<string, Position>>;
  exercise: boolean;
  now: string;
  /** Whether people are off today by the table of holidays. */
  holiday: boolean;
}

/** Every team whose place is known: those on a mission where they are, the others at their base. */
export function teamMarks({ teams, dispatches, missions, positions, exercise, now, holiday }: Field): TeamMark[] {
  const bases = new Map([...teams].filter(({ status }) => status === 'registered').map((team) => [team.id, team]));
  const asked = new Set<string>();
  const out = new Set<string>();
  const marks: TeamMark[] = [];
  for (const mission of missions) {
    if (mission.exercise !== exercise) continue;
    const dispatch = dispatches.get(mission.dispatchId ?? '');
    if (mayBeComing(mission) && dispatch?.state === 'open') asked.add(mission.teamId);
    const mark = markOfMission(mission, dispatch, bases.get(mission.teamId), newest(positions.get(mission.id)));
    if (mark === undefined) continue;
    if (mission.state !== 'self_reported') out.add(mission.teamId);
    marks.push(mark);
  }
  for (const team of bases.values()) {
    if (out.has(team.id)) continue;
    const { id, name, base } = team;
    const look = asked.has(id) ? 'asked' : readyAt(team, now, holiday).ready ? 'available' : 'off';
    marks.push({ id, teamId: id, name, look, lng: base.lng, lat: base.lat });
  }
  return marks;
}

const mayBeComing = ({ state }: Mission): boolean => state === 'offered' || state === 'no_reply';

function markOfMission(mission: Mission, dispatch: Dispatch | undefined, team: Team | undefined, position: Position | undefined): TeamMark | undefined {
  const { id, teamId, teamName: name, incidentId, etaAt } = mission;
  const of = { id, teamId, name, ...(incidentId === undefined ? {} : { incidentId }) };
  if (mission.state === 'self_reported') return mission.place && { ...of, look: 'self', lng: mission.place.lng, lat: mission.place.lat };
  if (!isCommitted(mission) || !dispatch) return undefined;
  const look = lookOf(mission);
  const at = position ?? (look === 'coming' ? team?.base : reachedAt(mission, 'checked_in') === undefined ? team?.base : dispatch.staging);
  if (!at) return undefined;
  const coming = look === 'coming' ? { to: { lng: dispatch.staging.lng, lat: dispatch.staging.lat }, ...(etaAt === undefined ? {} : { etaAt }) } : {};
  return { ...of, look, lng: at.lng, lat: at.lat, ...coming, ...(position ? { heardAt: position.at } : {}) };
}

function lookOf({ state }: Mission): TeamLook {
  if (state === 'released') return 'leaving';
  return state === 'accepted' || state === 'en_route' ? 'coming' : 'there';
}

/** Of several phones the one that spoke last. */
function newest(phones: ReadonlyMap<string, Position> | undefined): Position | undefined {
  let last: Position | undefined;
  for (const one of phones?.values() ?? []) if (!last || one.at > last.at) last = one;
  return last;
}

/** Where teams gather for needs that are not over. */
export interface StagingMark extends LngLat {
  id: string;
  text: string;
}

export function stagingMarks(dispatches: Iterable<Dispatch>, exercise: boolean): StagingMark[] {
  return [...dispatches]
    .filter((one) => one.exercise === exercise && one.state !== 'cancelled' && one.state !== 'closed')
    .filter(({ state, offers }) => state !== 'lapsed' || offers.some((offer) => offer.state === 'accepted' || mayStillAccept(offer)))
    .map(({ id, staging }) => ({ id, lng: staging.lng, lat: staging.lat, text: staging.text }));
}
