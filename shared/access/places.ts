import type { OrganisationKind } from '#shared/organisation/state.ts';
import type { Role } from '#shared/seat.ts';

/**
 * The kinds of organisation at which a role is held. A team or a department that is not entered as an organisation
 * yet may hang on its region: its seat sees nothing of that region by it.
 */
export const PLACES_OF_ROLE: Readonly<Record<Role, readonly OrganisationKind[]>> = {
  'village-reporter': ['village', 'township'],
  'township-duty': ['township'],
  'county-duty': ['county'],
  'county-leader': ['county'],
  'city-duty': ['city'],
  'city-leader': ['city'],
  team: ['team', 'county', 'city'],
  department: ['department', 'county', 'city'],
  neighbour: ['neighbour'],
  auditor: ['city', 'county'],
  planner: ['city', 'county'],
  administrator: ['city', 'county'],
};
