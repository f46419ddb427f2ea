import { describe, expect, it } from 'vitest';
import type { Mission } from '#shared/dispatch/mission.ts';
import type { Position } from '#shared/protocol.ts';
import { LiveWorld } from '#shared/world.ts';
import { drivenClock } from '#test/support/driven-clock.ts';
import { seatAt, yuduDuty, zhanggongDuty } from '#test/support/seats.ts';
import { teamSeat } from '#test/support/teams.ts';
import { openPositions } from './positions.ts';
import type { TrailPoint } from './trail.ts';

const HERE = { lng: 115.41, lat: 25.95 };
const NOW = '2026-06-01T02:00:00.000Z';

const aMission = (over: Partial<Mission> = {}): Mission => ({
  id: 'd.blue',
  dispatchId: 'd',
  incidentId: 'i',
  teamId: 'blue',
  teamName: 'blue',
  state: 'en_route',
  steps: [],
  at: NOW,
  replies: [],
  told: [],
  members: [],
  present: [],
  log: [],
  sharingSince: NOW,
  exercise: false,
  readers: ['org:360731', 'team:blue'],
  alwaysReadBy: ['team:blue'],
  seq: 1,
  rev: 1,
  ...over,
});

function stage(mission: Mission) {
  const clock = drivenClock(NOW);
  const world = new LiveWorld();
  world.load('mission', mission);
  const trail: TrailPoint[] = [];
  const board = openPositions(world, { add: (point) => void trail.push(point) }, clock);
  const follow = (seat: Parameters<typeof board.join>[0]['seat']) => {
    const told: Position[][] = [];
    return { told, ...board.join({ seat, tell: (positions) => void told.push([...positions]) }) };
  };
  return { clock, board, trail, follow };
}

describe('where a team is', () => {
  it('is told to whoever may read its mission, and to nobody else', async () => {
    const { clock, follow, trail } = stage(aMission());
    const [blue, duty, other, red, city] = [teamSeat('blue'), yuduDuty, zhanggongDuty, teamSeat('red'), seatAt('administrator')].map(follow);
    blue?.take({ ...HERE, accuracy: 8 });
    await clock.advance(1000);
    expect(duty?.told).toEqual([[{ id: 'leader@blue', missionId: 'd.blue', ...HERE, accuracy: 8, at: NOW }]]);
    expect([blue?.told.length, other?.told, red?.told, city?.told]).toEqual([1, [], [], []]);
    expect(trail).toMatchObject([{ missionId: 'd.blue', userId: 'leader@blue' }]);
  });

  it('is forgotten at once when it is not shared, when the mission is over, and when another team says it', async () => {
    for (const over of [{ sharingSince: undefined as never }, { state: 'returned' as const }, { teamId: 'red' }]) {
      const { clock, follow, trail } = stage(aMission(over));
      const duty = follow(yuduDuty);
      follow(teamSeat('blue')).take(HERE);
      follow(yuduDuty).take(HERE);
      await clock.advance(5000);
      expect([duty.told, trail]).toEqual([[], []]);
    }
  });

  it('is told at most once a second, the last one said', async () => {
    const { clock, follow, trail } = stage(aMission());
    const [blue, duty] = [follow(teamSeat('blue')), follow(yuduDuty)];
    for (let i = 0; i < 40; i += 1) {
      blue.take({ ...HERE, lng: 115 + i / 100 });
      await clock.advance(100);
    }
    expect(duty.told.length).toBeLessThanOrEqual(5);
    expect(duty.told.length).toBeGreaterThan(2);
    expect(trail.length).toBeLessThanOrEqual(4);
  });

  it('is where it is now: what waited without a network, or makes no sense, is not', async () => {
    const { clock, follow, trail } = stage(aMission());
    const blue = follow(teamSeat('blue'));
    for (const said of [{ ...HERE, at: '2026-06-01T01:50:00Z' }, { lng: 500, lat: 1 }, { ...HERE, more: 1 }, null, 'here']) blue.take(said);
    await clock.advance(2000);
    expect(trail).toEqual([]);
  });

  it('is told to who looks later, and is gone with the end of sharing', async () => {
    const { clock, board, follow } = stage(aMission());
    follow(teamSeat('blue')).take(HERE);
    await clock.advance(1000);
    expect(follow(yuduDuty).told).toHaveLength(1);
    board.changed([{ kind: 'mission', id: 'd.blue', before: undefined, doc: aMission({ state: 'returned' }) }]);
    expect(follow(yuduDuty).told).toEqual([]);
  });
});
