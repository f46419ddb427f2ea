import { describe, expect, it } from 'vitest';
import { LiveWorld } from '#shared/world.ts';
import type { Team } from '#shared/team/state.ts';
import { seeded } from '#test/support/seeded.ts';
import { aTeam, OFF_DUTY } from '#test/support/teams.ts';
import { forceAt, forceByCounty } from './readiness.ts';
import { openRecommender } from './recommender.ts';

const NOW = '2026-06-01T02:00:00.000Z';
/** The seat of Yudu. */
const YUDU = { lng: 115.411, lat: 25.955 };
const capability = { category: 'water' } as const;

function machine(teams: Record<string, Partial<Team>>) {
  const world = new LiveWorld();
  for (const [id, over] of Object.entries(teams)) world.load('team', aTeam(id, over).doc);
  return { world, recommender: openRecommender(world) };
}
const northOf = (km: number): Partial<Team> => ({ base: { ...aTeam('').doc.base, ...YUDU, lat: YUDU.lat + km / 111.2 } });
const at = (teams: Record<string, Partial<Team>>) => {
  const { world, recommender } = machine(teams);
  return forceAt(world, recommender, { capability, exercise: false, place: YUDU, limit: 10 }, NOW);
};

describe('the joint force at a place', () => {
  it('is who could be there within one, two and four hours, with insured people', async () => {
    const force = await at({ near: northOf(10), next: northOf(50), far: northOf(130), slow: { ...northOf(1), responseMinutes: 600 }, away: northOf(400) });
    expect(force.reach).toEqual([
      { hours: 1, teams: 1, heads: 20 },
      { hours: 2, teams: 2, heads: 40 },
      { hours: 4, teams: 3, heads: 60 },
    ]);
    expect(force).toMatchObject({ later: { teams: 1, heads: 20 }, beyond: 1, total: 5, unfit: 0 });
    expect(force.teams.map(({ teamId, minutes }) => [teamId, minutes])).toEqual([
      ['near', 46],
      ['next', 108],
      ['far', 233],
      ['slow', 602],
    ]);
  });

  it('says what speaks against the others', async () => {
    const force = await at({
      off: OFF_DUTY,
      gone: { status: 'revoked' },
      bare: { strength: { members: 3, insuredUntil: [] } },
      short: { ...northOf(20), rangeKm: 5 },
    });
    expect(force).toMatchObject({ unfit: 4, against: { 'off-duty': 1, 'not-registered': 1, uninsured: 1, 'out-of-range': 1 } });
    expect(force.excluded.map(({ teamId, against }) => [teamId, against])).toContainEqual(['off', ['off-duty']]);
  });
});

it('by county it is what could be at each county’s seat, as if that place had been asked for', async () => {
  const chance = seeded(7);
  const teams = Object.fromEntries(
    Array.from({ length: 400 }, (_, n) => [
      `t${n}`,
      {
        base: { ...aTeam('').doc.base, lng: 113.9 + chance.below(2700) / 1000, lat: 24.4 + chance.below(2700) / 1000 },
        responseMinutes: chance.below(200),
        rangeKm: 20 + chance.below(300),
        ...(chance.chance(0.7) ? {} : OFF_DUTY),
      },
    ]),
  );
  const { world, recommender } = machine(teams);
  const counties = await forceByCounty(world, recommender, { capability, exercise: false }, NOW);
  expect(counties).toHaveLength(18);
  const yudu = counties.find(({ adcode }) => adcode === '360731');
  const { reach, later, against, unfit } = await forceAt(world, recommender, { capability, exercise: false, place: YUDU, limit: 1 }, NOW);
  expect(yudu).toMatchObject({ reach, against, unfit, based: { teams: 400 } });
  // Whoever is farther than four hours by road is still counted as one who comes later.
  expect(yudu?.later.teams).toBeGreaterThanOrEqual(later.teams);
});

it('a hundred thousand teams are counted soon, and nobody waits for it longer than a moment', async () => {
  const chance = seeded(1);
  const world = new LiveWorld();
  for (let n = 0; n < 100_000; n += 1) {
    const base = { ...aTeam('').doc.base, lng: 113.9 + chance.below(2700) / 1000, lat: 24.4 + chance.below(2700) / 1000 };
    world.load('team', aTeam(`t${n}`, { base, rangeKm: 300 }).doc);
  }
  const recommender = openRecommender(world);
  const run = () => forceAt(world, recommender, { capability, exercise: false, place: YUDU, limit: 20 }, NOW);
  await run();
  let turns = 0;
  const turn = setInterval(() => (turns += 1), 1);
  const from = performance.now();
  const force = await run();
  const spent = performance.now() - from;
  clearInterval(turn);
  expect(force.reach[2]?.teams).toBeGreaterThan(50_000);
  expect(turns).toBeGreaterThan(10);
  // Generous: the machine that tests may be busy. Idle it takes a tenth.
  expect(spent).toBeLessThan(5000);
}, 30_000);
