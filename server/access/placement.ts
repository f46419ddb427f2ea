import { PLACES_OF_ROLE } from '#shared/access/places.ts';
import type { OrganisationKind, Organisation } from '#shared/organisation/state.ts';
import { currentAdcode, regionChain, regionLevel } from '#shared/region.ts';
import type { Actor, Role } from '#shared/seat.ts';
import { AccessError, invalidField } from './access-error.ts';

export interface Claim {
  role: Role;
  org: string;
  team?: string | undefined;
  orgName?: string | undefined;
}

export interface MissingOrganisation {
  organisationId: string;
  kind: OrganisationKind;
  name: string;
  parent?: string;
}

/** Where a person will sit, and the organisations that must be added first, the highest first. */
export interface Placement {
  role: Role;
  org: string;
  team?: string;
  missing: MissingOrganisation[];
}

export interface Territory {
  /** Code of the city served. */
  region: string;
  organisation(id: string): Organisation | undefined;
}

export function placementOf(claim: Claim, by: Actor, territory: Territory): Placement {
  const { role } = claim;
  const org = isCode(claim.org) ? currentAdcode(claim.org) : claim.org;
  const missing = missingOf({ ...claim, org }, by, territory);
  const kind = territory.organisation(org)?.kind ?? missing.at(-1)?.kind;
  if (kind === undefined || !PLACES_OF_ROLE[role].includes(kind))
    throw invalidField('org', `a ${role} has a seat at a ${PLACES_OF_ROLE[role].join(' or ')}, and ${org} is ${kind === undefined ? 'unknown' : `a ${kind}`}`);
  if (claim.team !== undefined && role !== 'team') throw invalidField('team', `a ${role} belongs to no team`);
  if (role === 'team' && kind !== 'team' && claim.team === undefined) throw invalidField('team', `a team's seat at a ${kind} needs its team`);
  return { role, org, missing, ...(role === 'team' ? { team: claim.team ?? org } : {}) };
}

/** An administrator of a county has a say in that county only. */
export function mayManage(by: Actor, org: string, { region, organisation }: Territory): boolean {
  if (by.role === 'system' || by.org === region) return true;
  if (isCode(org)) return regionChain(org).includes(by.org);
  const there = organisation(org);
  return there === undefined || there.parent === by.org;
}

export function administratorOnly(by: Actor): void {
  if (by.role !== 'administrator' && by.role !== 'system') throw new AccessError(403, 'not-permitted', 'Only an administrator manages accounts.');
}

const isCode = (id: string): boolean => /^\d+$/.test(id);

function missingOf({ role, org, orgName }: Claim, by: Actor, territory: Territory): MissingOrganisation[] {
  const { region, organisation } = territory;
  if (organisation(org)) return [];
  const name = orgName ?? org;
  if (isCode(org)) {
    if (!org.startsWith(region.slice(0, 4))) throw invalidField('org', `there is no organisation ${org}, and it lies outside ${region}`);
    const chain = regionChain(org);
    const added = chain.map((id, n) => ({
      organisationId: id,
      kind: regionLevel(id),
      name: id === org ? name : id,
      ...(chain[n + 1] === undefined ? {} : { parent: chain[n + 1] }),
    }));
    return added.filter(({ organisationId }) => !organisation(organisationId)).reverse() as MissingOrganisation[];
  }
  if (role !== 'department' && role !== 'neighbour' && role !== 'team') throw invalidField('org', `there is no organisation ${org}`);
  const parent = by.role === 'administrator' ? by.org : region;
  return [{ organisationId: org, kind: role, name, ...(role === 'neighbour' ? {} : { parent }) }];
}
