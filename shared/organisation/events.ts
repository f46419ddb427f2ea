import type { OrganisationKind } from './state.ts';

export interface OrganisationAdded {
  type: 'organisation.added';
  organisation: { id: string; kind: OrganisationKind; name: string; nameEn: string; parent?: string; lines?: string[] };
}

export type OrganisationEvent = OrganisationAdded;
