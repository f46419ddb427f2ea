import { expect, it } from 'vitest';
import { best, circumstancesOf, rankTeams, type Need } from '#shared/dispatch/rank.ts';
import { LiveWorld } from '#shared/world.ts';
import type { Team } from '#shared/team/state.ts';
import { seeded, seedsOf, type Seeded } from '#test/support/seeded.ts';
import { aTeam, OFF_DUTY } from '#test/support/teams.ts';
import { openRecommender } from './recommender.ts';

const NOW = '2026-06-01T02:00:00.000Z';
const UNTIL = '2027-01-01';

const somewhere = (chance: Seeded) => ({ lng: 114 + chance.below(2600) / 1000, lat: 24.5 + chance.below(2600) / 1000 });

function randomTeam(chance: Seeded, id: string): Team {
  const members = 5 + chance.below(20);
  return aTeam(id, {
    base: { ...aTeam(id).doc.base, ...somewhere(chance) },
    status: chance.chance(0.9) ? 'registered' : 'suspended',
    ...(chance.chance(0.7) ? {} : OFF_DUTY),
    categories: [{ category: 'water', ...(chance.chance(0.8) ? { certificate: { no: '1', level: chance.pick([1, 2, 3] as const), validTo: UNTIL } } : {}) }],
    responseMinutes: 10 * (1 + chance.below(6)),
    strength: { members, insuredUntil: Array.from({ length: chance.below(members) }, () => UNTIL) },
  }).doc;
}

it.each(seedsOf([], 20))('the nearest alone are looked at closely and the ranking is the one of all teams (seed %i)', (seed) => {
  const chance = seeded(seed);
  const world = new LiveWorld();
  const count = chance.pick([0, 3, 40, 700]);
  for (let n = 0; n < count; n += 1) world.load('team', randomTeam(chance, `t${n}`));
  const recommender = openRecommender(world);
  for (let round = 0; round < 12; round += 1) {
    const need: Need = { capability: { category: 'water', minLevel: 3 }, staging: somewhere(chance), exercise: false };
    const limit = 1 + chance.below(15);
    const { ranked } = rankTeams(circumstancesOf(world, need, NOW), world.all('team'), limit);
    expect(recommender.recommend(need, limit, NOW).ranked).toEqual(ranked);
    expect(best(world, need, NOW, limit)).toEqual(ranked);
    // A team changes, moves, comes or goes, and it is known at once.
    const id = `t${chance.below(count + 2)}`;
    const before = world.get('team', id);
    const next = { ...randomTeam(chance, id), ...(before && chance.chance(0.5) ? { base: before.base } : {}) };
    const doc = chance.chance(0.2) ? undefined : next;
    const change = { kind: 'team' as const, id, before, doc };
    world.apply(world.seq + 1, [change]);
    recommender.changed([change]);
  }
});

it('whoever is left out near by is named with the reason', () => {
  const world = new LiveWorld();
  world.load('team', aTeam('off', OFF_DUTY).doc);
  world.load('team', aTeam('on').doc);
  const found = openRecommender(world).recommend({ capability: { category: 'water' }, staging: { lng: 115.4, lat: 25.9 }, exercise: false }, 10, NOW);
  expect(found).toMatchObject({ ranked: [{ teamId: 'on' }], excluded: [{ teamId: 'off', against: ['off-duty'] }], looked: 2, total: 2 });
});
