import { afterAll, beforeAll, expect, test } from 'vitest';
import { d5FoodPoisoning, d5Seats } from './d5-food-poisoning.ts';
import { onClock, type OnClock } from './on-clock.ts';

let stage: OnClock;
const SCHOOL = 'school';

beforeAll(async () => {
  stage = await onClock({ seats: d5Seats });
  await stage.play(d5FoodPoisoning.slice(0, 3));
});
afterAll(() => stage.close());

test('the hospital has two hours from what it saw, each level two from its own receipt', () => {
  expect(stage.due(SCHOOL, 'R16F')).toEqual([{ kind: 'initial', at: '15:30' }]);
  expect(stage.due(SCHOOL, 'R17C')).toEqual([{ kind: 'initial', at: '15:50', met: '14:10' }]);
  expect(stage.due(SCHOOL, 'R17P')).toEqual([{ kind: 'initial', at: '16:10' }]);
});

test('what is in the national system already is not asked for again, and says why', async () => {
  await stage.play(d5FoodPoisoning.slice(3, 5));
  expect(stage.due(SCHOOL, 'R16F')).toEqual([{ kind: 'initial', at: '15:30', met: 'national:disease' }]);
  expect(stage.due(SCHOOL, 'R17P')).toEqual([{ kind: 'initial', at: '16:10', met: 'national:disease' }]);
  await stage.play(d5FoodPoisoning.slice(5));
  await stage.until('18:00');
  expect(stage.incident(SCHOOL).deadlines?.filter(({ late, rule }) => late && rule.startsWith('R1'))).toEqual([]);
});
