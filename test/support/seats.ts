import type { Organisation, OrganisationKind } from '#shared/organisation/state.ts';
import { seatOf, SYSTEM, type Role, type Seat } from '#shared/seat.ts';

export const CITY = '360700';
export const YUDU = '360731';
export const ZHANGGONG = '360702';
export const GONGJIANG = '360731100';
export const VILLAGE = '360731100201';
/** 防汛: answers for floods and storms in the whole city. */
export const WATER = 'water-bureau';
/** Answers for forest fires and fires in Yudu. */
export const YUDU_FIRE = 'yudu-fire';
export const TEAM = 'blue-sky';
export const NEIGHBOUR = '441600';

export const SYSTEM_SEAT: Seat = { actor: SYSTEM, rooms: [], level: 'full' };

const org = (id: string, kind: OrganisationKind, parent?: string, lines?: string[]): Organisation => ({
  id,
  kind,
  name: id,
  nameEn: id,
  readers: ['everyone'],
  seq: 1,
  rev: 1,
  ...(parent === undefined ? {} : { parent }),
  ...(lines === undefined ? {} : { lines }),
});

export const ORGANISATIONS: readonly Organisation[] = [
  org(CITY, 'city'),
  org(YUDU, 'county', CITY),
  org(ZHANGGONG, 'county', CITY),
  org(GONGJIANG, 'township', YUDU),
  org(VILLAGE, 'village', GONGJIANG),
  org(WATER, 'department', CITY, ['N01', 'N02']),
  org(YUDU_FIRE, 'department', YUDU, ['N06', 'A08']),
  org(TEAM, 'team', CITY),
  org(NEIGHBOUR, 'neighbour'),
];

/** Where each role sits unless a test says otherwise. */
export const HOME: Readonly<Record<Role, string>> = {
  'village-reporter': VILLAGE,
  'township-duty': GONGJIANG,
  'county-duty': YUDU,
  'county-leader': YUDU,
  'city-duty': CITY,
  'city-leader': CITY,
  team: TEAM,
  department: WATER,
  neighbour: NEIGHBOUR,
  auditor: CITY,
  planner: CITY,
  administrator: CITY,
};

/** A seat of a role at an organisation, made as the server makes it. */
export function seatAt(role: Role, orgId: string = HOME[role], id = `${role}@${orgId}`): Seat {
  return seatOf(
    { id, name: id, role, org: orgId, ...(role === 'team' ? { team: orgId } : {}) },
    ORGANISATIONS.find((one) => one.id === orgId),
  );
}

export const yuduDuty = seatAt('county-duty');
export const yuduLeader = seatAt('county-leader');
export const cityDuty = seatAt('city-duty');
export const cityLeader = seatAt('city-leader');
export const zhanggongDuty = seatAt('county-duty', ZHANGGONG);
export const administrator = seatAt('administrator');
