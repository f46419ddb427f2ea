import type { Member, Team } from '#shared/team/state.ts';
import { seatOf, type Seat } from '#shared/seat.ts';
import type { There } from './given.ts';

const UNTIL = '2027-01-01';

/** A registered team of 20, all insured, certified for the water at level 2, at Yudu. Nobody is shown it. */
export function aTeam(id: string, over: Partial<Team> = {}): There & { doc: Team } {
  const doc: Team = {
    id,
    org: id,
    name: id,
    state: 'registered',
    base: { lng: 115.41, lat: 25.95 },
    categories: [{ category: 'water', level: 2, certificate: { validTo: UNTIL } }],
    strength: { members: 20, insured: Array.from({ length: 20 }, () => UNTIL) },
    availability: { available: true },
    responseMinutes: 30,
    readers: [],
    seq: 1,
    rev: 1,
    ...over,
  };
  return { kind: 'team', doc };
}

export function aMember(id: string, teamId: string, over: Partial<Member> = {}): There & { doc: Member } {
  const doc: Member = { id, teamId, name: '张**', insuredUntil: UNTIL, readers: [], seq: 1, rev: 1, ...over };
  return { kind: 'member', doc };
}

export const teamSeat = (team: string): Seat => seatOf({ id: `leader@${team}`, name: team, role: 'team', org: team, team }, undefined);
