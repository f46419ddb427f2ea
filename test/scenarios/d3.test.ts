import { afterAll, beforeAll, expect, test } from 'vitest';
import { d3Hazmat, d3Organisations, d3Seats } from './d3-hazmat.ts';
import { onClock, type OnClock } from './on-clock.ts';

let stage: OnClock;
const TANKER = 'tanker';
const day = (n: number) => d3Hazmat.filter(({ at }) => (n === 0 ? !at.startsWith('+') : at.startsWith(`+${n} `)));

beforeAll(async () => {
  stage = await onClock({ organisations: d3Organisations, seats: d3Seats });
  await stage.play(day(0).slice(0, 2));
});
afterAll(() => stage.close());

test('the firm, the county and the environment each owe their own report, by their own clocks', () => {
  expect(stage.due(TANKER, 'R08')).toEqual([{ kind: 'initial', at: '11:00' }]);
  expect(stage.due(TANKER, 'R09C')).toEqual([{ kind: 'initial', at: '12:12' }]);
  expect(stage.due(TANKER, 'R21')).toEqual([{ kind: 'initial', at: '14:05' }]);
  // A drinking-water source in danger goes to the province, past the city.
  expect(stage.due(TANKER, 'R21W')).toEqual([{ kind: 'initial', at: '12:05' }]);
});

test('a report meets what it was for: the county’s does not speak for the firm, and the city does not stand for the province', async () => {
  await stage.play(day(0).slice(2));
  await stage.until('14:10');
  expect(stage.due(TANKER, 'R09C')).toEqual([{ kind: 'initial', at: '12:12', met: '10:20' }]);
  expect(stage.due(TANKER, 'R21')).toEqual([{ kind: 'initial', at: '14:05', met: '13:28' }]);
  expect(stage.due(TANKER, 'R08')).toEqual([{ kind: 'initial', at: '11:00', late: true }]);
  expect(stage.due(TANKER, 'R21W')).toEqual([{ kind: 'initial', at: '12:05', late: true }]);
});

test('the third death on the sixth day is told as a change of figures and raises the level', async () => {
  await stage.play(day(6).slice(0, 2));
  expect(stage.due(TANKER, 'R10')).toEqual([{ kind: 'follow-up', at: '+6 10:00' }]);
  expect(stage.due(TANKER, 'R04')).toEqual([{ kind: 'upgrade', at: '+6 09:40' }]);
  await stage.play(day(6).slice(2));
  expect(stage.due(TANKER, 'R10')).toEqual([{ kind: 'follow-up', at: '+6 10:00', met: '+6 09:30' }]);
  expect(stage.due(TANKER, 'R04')).toEqual([{ kind: 'upgrade', at: '+6 09:40', met: '+6 09:30' }]);
});

test('the fourth on the eighth day is a number to be told and no new level', async () => {
  await stage.play(day(8));
  expect(stage.due(TANKER, 'R10').at(-1)).toEqual({ kind: 'follow-up', at: '+8 16:00' });
  expect(stage.due(TANKER, 'R04')).toHaveLength(1);
  // The seven days of a road accident are over, the thirty of any other are not.
  expect(stage.due(TANKER, 'R10F')).toEqual([{ kind: 'follow-up', at: '+6 10:00', met: '+6 09:30' }]);
});
