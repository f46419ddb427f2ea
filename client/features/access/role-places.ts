import type { OrganisationKind } from '#shared/organisation/state.ts';
import type { Role } from '#shared/seat.ts';

/** The kinds of organisation at which a role is held, so that the form offers nothing that the server would refuse. */
export const PLACES_OF_ROLE: Readonly<Record<Role, readonly OrganisationKind[]>> = {
  'village-reporter': ['village', 'township'],
  'township-duty': ['township'],
  'county-duty': ['county'],
  'county-leader': ['county'],
  'city-duty': ['city'],
  'city-leader': ['city'],
  team: ['team'],
  department: ['department'],
  neighbour: ['neighbour'],
  auditor: ['city', 'county'],
  planner: ['city', 'county'],
  administrator: ['city', 'county'],
};
