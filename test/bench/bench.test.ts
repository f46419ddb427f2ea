import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { median, quantile, rounds, TINY } from './measure.ts';
import { met, report } from './report.ts';
import { ROWS } from './rows.ts';
import { buildSides } from './sides.ts';

let built: string;
beforeAll(async () => {
  built = await buildSides();
});
afterAll(() => rm(built, { recursive: true, force: true }));

test.each(Object.keys(ROWS))('the row %s runs from end to end and finds a ratio', async (name) => {
  const rows = (await ROWS[name]?.({ sizes: TINY, built })) ?? [];
  expect(rows.length).toBeGreaterThan(0);
  for (const { what, ours, theirs, ratio, rounds } of rows) {
    for (const figure of [ours, theirs, ratio, ...rounds]) expect(figure, what).toSatisfy((value: number) => Number.isFinite(value) && value > 0);
    expect(rounds).toHaveLength(TINY.rounds);
  }
});

test('after a round that warms up, both sides are compared next to each other and the middle round is reported', async () => {
  const ours = [99, 10, 30, 20];
  const theirs = [1, 10, 10, 10];
  const found = await rounds(
    3,
    () => Promise.resolve(ours.shift() ?? 0),
    () => Promise.resolve(theirs.shift() ?? 0),
  );
  expect(found).toEqual({ ours: 20, theirs: 10, ratio: 2, rounds: [1, 3, 2] });
});

test('a share of the values lies at or below their quantile', () => {
  const values = Array.from({ length: 100 }, (_, i) => 100 - i);
  expect([median(values), quantile(values, 0.99), quantile(values, 1), quantile([7], 0.5)]).toEqual([50, 99, 100, 7]);
  expect(quantile([], 0.5)).toBeNaN();
});

test('a goal is a floor or a ceiling, and the report says whether it was met', () => {
  const row = { what: 'a', unit: 'ms', ours: 1, theirs: 2, against: 'b', ratio: 0.5, rounds: [0.5] };
  expect([met({ ...row, goal: { least: 0.9 } }), met({ ...row, goal: { most: 1 } })]).toEqual([false, true]);
  expect(report([{ ...row, goal: { least: 0.9 }, notes: ['c'] }], 'here', 'short')).toMatch(/\| ≥ 0\.9 \| no \|[\s\S]*- a: c\n$/);
});
