import type { Member } from '#shared/team/member.ts';
import type { Team } from '#shared/team/state.ts';
import { authorOf, seatOf, SYSTEM, type Seat } from '#shared/seat.ts';
import type { There } from './given.ts';

const UNTIL = '2027-01-01';
const AT = '2026-05-01T00:00:00.000Z';

/** A registered team of 20, all insured, certified for the water at level 2, at Yudu. Nobody is shown it. */
export function aTeam(id: string, over: Partial<Team> = {}): There & { doc: Team } {
  const doc: Team = {
    id,
    org: '360731',
    name: id,
    status: 'registered',
    since: AT,
    by: authorOf(SYSTEM),
    registeredAt: AT,
    leader: {},
    base: { lng: 115.41, lat: 25.95, text: '贡江镇', adcode: '360731' },
    categories: [{ category: 'water', certificate: { no: 'JX-1', level: 2, validTo: UNTIL } }],
    equipment: [],
    vehicles: [],
    strength: { members: 20, insuredUntil: Array.from({ length: 20 }, () => UNTIL) },
    availability: { onDuty: true, weekly: [], daysOff: [] },
    log: [],
    rangeKm: 1000,
    responseMinutes: 30,
    readers: [],
    seq: 1,
    rev: 1,
    ...over,
  };
  return { kind: 'team', doc };
}

/** The same off duty. */
export const OFF_DUTY: Partial<Team> = { availability: { onDuty: false, weekly: [], daysOff: [] } };

export function aMember(id: string, teamId: string, over: Partial<Member> = {}): There & { doc: Member } {
  const doc: Member = {
    id,
    teamId,
    org: '360731',
    masked: { name: '张**' },
    seal: id,
    certificates: [],
    joinedAt: AT,
    insuredUntil: UNTIL,
    readers: [],
    seq: 1,
    rev: 1,
    ...over,
  };
  return { kind: 'member', doc };
}

export const teamSeat = (team: string): Seat => seatOf({ id: `leader@${team}`, name: team, role: 'team', org: team, team }, undefined);
