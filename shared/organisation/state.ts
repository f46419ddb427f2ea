import type { Draft, Stamp } from '#shared/world.ts';
import type { OrganisationEvent } from './events.ts';

export const ORGANISATION_KINDS = ['city', 'county', 'township', 'village', 'department', 'neighbour', 'team'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

export interface Organisation extends Stamp {
  kind: OrganisationKind;
  name: string;
  nameEn: string;
  /** The organisation above, or the region that a department works for; absent for the city and for neighbours. */
  parent?: string;
  /** Classes of incident (N01, A02, …) that a department answers for. */
  lines?: string[];
}

export function evolveOrganisation(draft: Draft, event: OrganisationEvent): void {
  const { type: _type, organisation } = event;
  draft.put('organisation', { ...organisation, readers: ['everyone'] });
}
