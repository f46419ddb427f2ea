import { expect, it } from 'vitest';
import { given, idOf, past } from '#test/support/given.ts';
import { aPlan } from '#test/support/plans.ts';
import { CITY, SYSTEM_SEAT, YUDU } from '#test/support/seats.ts';
import { coverageOf } from './coverage.ts';

const found = (n: number, owner: string, hazards: string[], kind: 'special' | 'overall' | 'village' = 'special') =>
  past(SYSTEM_SEAT, 'plan.found', { planId: idOf(n), key: `k${n}`, owner, content: aPlan({ hazards, kind }), on: '2026-06-01' }, { id: idOf(100 + n) });

it('tells a plan of one’s own from the city’s; an overall or a village plan covers no class', () => {
  const { world } = given(found(1, CITY, ['N01.2']), found(2, YUDU, ['N06']), found(3, CITY, ['A02'], 'overall'), found(4, YUDU, ['A03'], 'village'));
  const covered = coverageOf(world.all('plan'), [YUDU, '360702'], CITY);
  const row = (code: string) => [...(covered.get(code)?.values() ?? [])];
  expect([row('N01'), row('N06'), row('A02'), row('A03')]).toEqual([
    ['city', 'city'],
    ['own', 'none'],
    ['none', 'none'],
    ['none', 'none'],
  ]);
});
