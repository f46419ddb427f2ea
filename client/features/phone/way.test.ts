import { expect, test } from 'vitest';
import { distanceWords, fitted, likelyMinutes, wayOf } from './way.ts';

const YUDU = { lng: 115.41, lat: 25.95 };

test.each([
  [{ lng: 115.41, lat: 26.05 }, 0],
  [{ lng: 115.52, lat: 26.05 }, 1],
  [{ lng: 115.52, lat: 25.95 }, 2],
  [{ lng: 115.41, lat: 25.85 }, 4],
  [{ lng: 115.3, lat: 25.95 }, 6],
  [{ lng: 115.3, lat: 26.05 }, 7],
] as const)('the way to %o has the bearing %i', (to, bearing) => {
  expect(wayOf(YUDU, to).bearing).toBe(bearing);
});

test('a distance is said as people say it', () => {
  expect([420, 1234, 9949, 27_400].map(distanceWords)).toEqual(['420 m', '1.2 km', '9.9 km', '27 km']);
});

test('the minutes to begin with are those of the ranking, in steps of five', () => {
  expect(likelyMinutes(50_000, 30)).toBe(110);
  expect(likelyMinutes(0, 0)).toBe(5);
});

test('everything is in sight, with north up', () => {
  const north = { lng: 115.5, lat: 26.2 };
  const at = fitted([YUDU, north], { width: 300, height: 160 }, 20);
  for (const { x, y } of [at(YUDU), at(north)]) {
    expect(x).toBeGreaterThanOrEqual(19);
    expect(x).toBeLessThanOrEqual(281);
    expect(y).toBeGreaterThanOrEqual(19);
    expect(y).toBeLessThanOrEqual(141);
  }
  expect(at(north).y).toBeLessThan(at(YUDU).y);
});
