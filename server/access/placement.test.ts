import { describe, expect, it } from 'vitest';
import type { Organisation, OrganisationKind } from '#shared/organisation/state.ts';
import { ROLES, type Actor } from '#shared/seat.ts';
import { AccessError } from './access-error.ts';
import { mayManage, placementOf, type Claim, type Territory } from './placement.ts';

const there: [string, OrganisationKind, string?][] = [
  ['360700', 'city'],
  ['360731', 'county', '360700'],
  ['360704', 'county', '360700'],
  ['360731101', 'township', '360731'],
  ['water', 'department', '360700'],
  ['441600', 'neighbour'],
  ['blue-sky', 'team', '360731'],
];
const organisations = new Map(
  there.map(([id, kind, parent]): [string, Organisation] => [
    id,
    { id, kind, name: id, nameEn: id, seq: 1, rev: 1, readers: [], ...(parent === undefined ? {} : { parent }) },
  ]),
);
const territory: Territory = { region: '360700', organisation: (id) => organisations.get(id) };
const admin: Actor = { id: 'a', name: 'a', role: 'administrator', org: '360700' };
const place = (claim: Claim, by = admin) => placementOf(claim, by, territory);

function pathRefused(claim: Claim): string | undefined {
  try {
    place(claim);
  } catch (error) {
    if (error instanceof AccessError && error.status === 400) return error.details[0]?.path;
    throw error;
  }
  return undefined;
}

describe('a role', () => {
  it('fits the organisations of its own kind and no other', () => {
    const fitting = ROLES.map((role) => [role, there.map(([org]) => org).filter((org) => pathRefused({ role, org }) === undefined)]);
    expect(Object.fromEntries(fitting)).toEqual({
      'village-reporter': ['360731101'],
      'township-duty': ['360731101'],
      'county-duty': ['360731', '360704'],
      'county-leader': ['360731', '360704'],
      'city-duty': ['360700'],
      'city-leader': ['360700'],
      team: ['blue-sky'],
      department: there.map(([org]) => org).filter((org) => ['water', '360700', '360731', '360704'].includes(org)),
      neighbour: ['441600'],
      auditor: ['360700', '360731', '360704'],
      planner: ['360700', '360731', '360704'],
      administrator: ['360700', '360731', '360704'],
    });
  });

  it('names the organisation as what is wrong', () => {
    expect(pathRefused({ role: 'county-duty', org: '360700' })).toBe('org');
  });

  it('has a team only if it is that of a team, and then its own by default', () => {
    expect(place({ role: 'team', org: 'blue-sky' }).team).toBe('blue-sky');
    expect(place({ role: 'team', org: 'blue-sky', team: 'blue-sky-2' }).team).toBe('blue-sky-2');
    expect(pathRefused({ role: 'county-duty', org: '360731', team: 'blue-sky' })).toBe('team');
    expect(place({ role: 'team', org: '360731', team: 'blue-sky' }).team).toBe('blue-sky');
    expect(pathRefused({ role: 'team', org: '360731' })).toBe('team');
  });
});

describe('an organisation that is not there', () => {
  it('is added with everything that is missing above it, the highest first', () => {
    expect(place({ role: 'village-reporter', org: '360733105201', orgName: '半岭村' }).missing).toEqual([
      { organisationId: '360733', kind: 'county', name: '360733', parent: '360700' },
      { organisationId: '360733105', kind: 'township', name: '360733105', parent: '360733' },
      { organisationId: '360733105201', kind: 'village', name: '半岭村', parent: '360733105' },
    ]);
  });

  it('is added under its code of today', () => {
    expect(place({ role: 'county-duty', org: '360721' })).toEqual({ role: 'county-duty', org: '360704', missing: [] });
  });

  it('is added by a slug only as what the role says', () => {
    expect(place({ role: 'team', org: 'red-cross' }).missing).toEqual([{ organisationId: 'red-cross', kind: 'team', name: 'red-cross', parent: '360700' }]);
    expect(place({ role: 'neighbour', org: 'ji-an' }).missing).toEqual([{ organisationId: 'ji-an', kind: 'neighbour', name: 'ji-an' }]);
    expect(pathRefused({ role: 'planner', org: 'red-cross' })).toBe('org');
  });

  it('is refused outside of the city', () => {
    expect(pathRefused({ role: 'county-duty', org: '440281' })).toBe('org');
  });
});

it("a county's administrator manages the county and what belongs to it, the city's everything", () => {
  const yudu: Actor = { ...admin, org: '360731' };
  expect(['360731', '360731101', 'blue-sky'].map((org) => mayManage(yudu, org, territory))).toEqual([true, true, true]);
  expect(['360700', '360704', 'water', '441600'].map((org) => mayManage(yudu, org, territory))).toEqual([false, false, false, false]);
  expect(there.every(([org]) => mayManage(admin, org, territory))).toBe(true);
});
