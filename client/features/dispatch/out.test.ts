import { expect, it } from 'vitest';
import type { Mission, MissionState } from '#shared/dispatch/mission.ts';
import type { Dispatch, DispatchState } from '#shared/dispatch/state.ts';
import { outOf } from './out.ts';

// As much of the two as is counted.
const need = (id: string, state: DispatchState, accepted: number, teamsNeeded: number, exercise = false) =>
  ({ id, state, teamsNeeded, exercise, offers: Array.from({ length: accepted }, () => ({ state: 'accepted' })) }) as unknown as Dispatch;
const mission = (dispatchId: string, state: MissionState, over: Partial<Mission> = {}) =>
  ({ id: `${dispatchId}.${state}`, dispatchId, state, exercise: false, people: 6, ...over }) as unknown as Mission;

it('teams that are out are counted by where they are, and drills apart', () => {
  const needs = [need('a', 'open', 1, 3), need('b', 'lapsed', 0, 1), need('c', 'closed', 0, 2), need('x', 'open', 0, 9, true)];
  const missions = [
    mission('a', 'offered'),
    mission('b', 'no_reply'),
    mission('c', 'stood_down'),
    mission('a', 'en_route'),
    mission('c', 'working', { welfare: { everyMinutes: 30, lastAt: '', missedAt: '2026-07-09T04:00:00.000Z' } }),
    mission('c', 'returned'),
    mission('', 'self_reported', { people: 4 }),
    mission('x', 'working', { exercise: true }),
  ];
  expect(outOf(needs, missions, false)).toMatchObject({ asked: 1, coming: 1, there: 2, people: 16, lacking: 3, missed: [{ id: 'c.working' }] });
  expect(outOf(needs, missions, true)).toMatchObject({ asked: 0, there: 1, lacking: 9, missed: [] });
});
