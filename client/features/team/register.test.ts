import { describe, expect, it } from 'vitest';
import { aTeam } from '#test/support/teams.ts';
import type { Team } from '#shared/team/state.ts';
import { firstExpiry, inOrder, matcher, matches, NO_FILTER, urgencyOf } from './register.ts';

const NOW = '2026-11-27T04:00:00.000Z';
const team = (id: string, over: Partial<Team> = {}): Team => aTeam(id, over).doc;
const none = { members: 0, insuredUntil: [] };

describe('the register', () => {
  it('shows what waits first, then what expires first, and the revoked last', () => {
    const level = (validTo: string) => ({ categories: [{ category: 'water' as const, certificate: { no: '1', level: 2 as const, validTo } }], strength: none });
    const teams = [
      team('far', level('2028-01-01')),
      team('revoked', { ...level('2026-01-01'), status: 'revoked' }),
      team('soon', level('2026-12-01')),
      team('unlimited', { categories: [{ category: 'water' }], strength: none }),
      team('applied', { status: 'applied', categories: [{ category: 'water' }], strength: none }),
    ];
    expect(inOrder(teams).map(({ id }) => id)).toEqual(['applied', 'soon', 'far', 'unlimited', 'revoked']);
  });

  it('names the paper that ends first, insurance too', () => {
    const papers = { agreement: { no: 'A', validTo: '2026-12-10' }, strength: { members: 2, insuredUntil: ['2026-12-01', '2027-01-01'] } };
    expect(firstExpiry(team('a', papers))).toEqual({ of: 'insurance', validTo: '2026-12-01' });
    expect(firstExpiry(team('b', { categories: [{ category: 'water' }], strength: none }))).toBeUndefined();
  });

  it('a paper counts through its last day by the city’s clock', () => {
    const on = (validTo: string) => urgencyOf({ of: 'agreement', validTo }, NOW);
    expect([on('2026-11-26'), on('2026-11-27'), on('2027-01-25'), on('2027-01-27')]).toEqual(['over', 'soon', 'soon', 'far']);
  });

  it('is filtered by standing, work, county and words', () => {
    const one = team('a', { name: '于都蓝天救援队', creditCode: '52360731MJ0000001X' });
    const fits = (over: Partial<typeof NO_FILTER>) => matches(one, { ...NO_FILTER, ...over }, matcher(over.text ?? ''));
    expect([{ status: 'registered' }, { category: 'water' }, { org: '360731' }, { text: '蓝天 mj0000001x' }].map((over) => fits(over as object))).toEqual(
      Array.from({ length: 4 }, () => true),
    );
    expect([{ status: 'applied' }, { category: 'diving' }, { org: '360702' }, { text: '山岳' }].map((over) => fits(over as object))).toEqual(
      Array.from({ length: 4 }, () => false),
    );
  });
});
