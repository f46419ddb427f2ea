import { describe, expect, it } from 'vitest';
import { cityDay as dayOfCity } from '#shared/report/workdays.ts';
import type { readyAt } from '#shared/team/ready.ts';
import { addMinutes } from '#shared/time.ts';
import { authorOf, SYSTEM } from '#shared/seat.ts';
import { LiveWorld } from '#shared/world.ts';
import { NOW } from '#test/support/given.ts';
import { aTeam, OFF_DUTY } from '#test/support/teams.ts';
import type { Mission } from './mission.ts';
import { circumstancesOf, rankTeams, type Need } from './rank.ts';

const SYSTEM_AUTHOR = authorOf(SYSTEM);
const aMission: Mission = {
  id: 'm',
  dispatchId: 'd',
  incidentId: 'i',
  teamId: 't',
  teamName: 't',
  state: 'offered',
  steps: [],
  at: NOW,
  replies: [],
  told: [],
  members: [],
  present: [],
  log: [],
  exercise: false,
  alwaysReadBy: [],
  readers: [],
  seq: 1,
  rev: 1,
};

const need: Need = { capability: { category: 'water', minLevel: 3 }, staging: { lng: 115.41, lat: 25.95 }, exercise: false };
const rank = (world: LiveWorld, asked: Need) => rankTeams(circumstancesOf(world, asked, NOW), world.all('team'), 10);
type Over = Parameters<typeof aTeam>[1];
const worldOf = (teams: Record<string, Over>): LiveWorld => {
  const world = new LiveWorld();
  for (const [id, over] of Object.entries(teams)) world.load('team', aTeam(id, over).doc);
  return world;
};
const rankingOf = (teams: Record<string, Over>, over: Partial<Need> = {}) => rank(worldOf(teams), { ...need, ...over });
const northOf = (km: number): Over => ({ base: { ...aTeam('').doc.base, lng: 115.41, lat: 25.95 + km / 111.2 } });

describe('ranking teams', () => {
  it('puts the one first that is there first, and says why', () => {
    const { ranked } = rankingOf({ far: northOf(40), near: northOf(5), slow: { responseMinutes: 300 } });
    expect(ranked.map(({ teamId, rank: place }) => [place, teamId])).toEqual([
      [1, 'near'],
      [2, 'far'],
      [3, 'slow'],
    ]);
    expect(ranked[0]?.reasons).toMatchObject({ km: 5, travelMinutes: 8, responseMinutes: 30, workedHours: 0, insured: 20, level: 2, score: 27.8 });
  });

  it('says nothing of a team that has only applied, and of one that is suspended why it is left out', () => {
    const { registeredAt: _never, ...applied } = aTeam('applied', { status: 'applied' }).doc;
    const world = worldOf({ suspended: { status: 'suspended' }, there: {} });
    world.load('team', applied);
    const { ranked, excluded } = rank(world, need);
    expect(ranked.map(({ teamId }) => teamId)).toEqual(['there']);
    expect(excluded.map(({ teamId, against }) => [teamId, against])).toEqual([['suspended', ['not-registered']]]);
  });

  it('counts a level with its valid certificate alone, and a higher one as ten minutes', () => {
    const self = { categories: [{ category: 'water', selfLevel: 1 }] } as const;
    const expired = { categories: [{ category: 'water', certificate: { no: '1', level: 1, validTo: '2026-05-31' } }] } as const;
    const first = { categories: [{ category: 'water', certificate: { no: '1', level: 1, validTo: '2026-06-01' } }] } as const;
    const { ranked, excluded } = rankingOf({ self, expired, first, second: {} });
    expect(ranked.map(({ teamId, reasons }) => [teamId, reasons.level, reasons.score])).toEqual([
      ['first', 1, 10],
      ['second', 2, 20],
    ]);
    expect(excluded.map(({ teamId, against }) => [teamId, against])).toEqual([
      ['expired', ['certificate']],
      ['self', ['certificate']],
    ]);
    const any = rankingOf({ self, second: {} }, { capability: { category: 'water' } });
    expect(any.ranked.map(({ teamId }) => teamId)).toEqual(['second', 'self']);
    const low = rankingOf({ second: {} }, { capability: { category: 'water', minLevel: 1 } });
    expect(low.excluded).toMatchObject([{ against: ['level'] }]);
  });

  it('puts whoever has worked behind, and whoever must rest out', () => {
    const worked = (hours: number): Mission => ({
      ...aMission,
      id: `m${hours}`,
      teamId: `w${hours}`,
      steps: [
        { state: 'en_route', at: addMinutes(NOW, -60 * (hours + 1)), by: SYSTEM_AUTHOR },
        { state: 'returned', at: addMinutes(NOW, -60), by: SYSTEM_AUTHOR },
      ],
      state: 'returned',
    });
    const world = worldOf({ w2: {}, w17: {}, rested: {} });
    for (const mission of [worked(2), worked(17)]) world.load('mission', mission);
    const { ranked, excluded } = rank(world, need);
    expect(ranked.map(({ teamId, reasons }) => [teamId, reasons.workedHours, reasons.score])).toEqual([
      ['rested', 0, 20],
      ['w2', 2, 40],
    ]);
    expect(excluded).toMatchObject([{ teamId: 'w17', against: ['tired'] }]);
    world.load('mission', { ...worked(2), state: 'working', teamId: 'rested' });
    expect(rank(world, need).excluded.map(({ against }) => against)).toContainEqual(['committed']);
    expect(rank(world, { ...need, exercise: true }).ranked).toHaveLength(3);
  });

  it('hides nothing: whoever is left out is named with everything against it, the nearest first', () => {
    const { ranked, excluded } = rankingOf({
      off: { ...northOf(3), ...OFF_DUTY },
      gone: { ...northOf(1), status: 'suspended', strength: { members: 5, insuredUntil: [] } },
      far: { ...northOf(60), rangeKm: 50 },
    });
    expect(ranked).toEqual([]);
    expect(excluded.map(({ teamId, against }) => [teamId, against])).toEqual([
      ['gone', ['not-registered', 'uninsured']],
      ['off', ['off-duty']],
      ['far', ['out-of-range']],
    ]);
  });
});

describe('whether a team is on duty', () => {
  const weekends = { rule: 'FREQ=WEEKLY;BYDAY=SA,SU', anchor: '2026-05-30T08:00', minutes: 600 };
  const over = (availability: Partial<Parameters<typeof readyAt>[0]['availability']>): Over => ({
    availability: { onDuty: true, weekly: [], daysOff: [], ...availability },
  });

  it('is read from its pattern, its days off and the table of holidays, and stands among the reasons', () => {
    const world = worldOf({ weekend: over({ weekly: [weekends] }), always: over({}), holidays: over({ weekly: [weekends], onHolidays: 'ready' }) });
    const day = dayOfCity(NOW);
    expect(rank(world, need).excluded.map(({ teamId, against, reasons }) => [teamId, against, reasons.duty.by])).toEqual([
      ['holidays', ['off-duty'], 'pattern'],
      ['weekend', ['off-duty'], 'pattern'],
    ]);
    const row = { id: day, off: true, zh: '节', en: 'Day', tag: 'D' as const, source: '' };
    world.load('rulebook', { id: 'holidays', version: 1, rows: [row], decisions: [], readers: [], seq: 1, rev: 1 });
    const { ranked, excluded } = rank(world, need);
    expect(ranked.map(({ teamId, reasons }) => [teamId, reasons.duty.by])).toEqual([
      ['always', 'switch'],
      ['holidays', 'holiday'],
    ]);
    expect(excluded.map(({ teamId }) => teamId)).toEqual(['weekend']);
  });
});
