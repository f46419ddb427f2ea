import { expect, test } from 'vitest';
import { distanceM } from '#shared/geo.ts';
import { COUNTIES } from '#shared/ganzhou.ts';
import { fromGcj, toGcj } from './gcj.ts';

const seats = COUNTIES.map(([adcode, , , lng, lat]) => ({ adcode, at: { lng, lat } }));

test.each(seats)('a position goes to GCJ-02 and back within 3 m ($adcode)', ({ at }) => {
  expect(distanceM(fromGcj(toGcj(at)), at)).toBeLessThan(3);
  expect(distanceM(toGcj(fromGcj(at)), at)).toBeLessThan(3);
});

test.each(seats)('the shift is that of GCJ-02: some hundred metres, to the south-east ($adcode)', ({ at }) => {
  const shifted = toGcj(at);
  expect(distanceM(shifted, at)).toBeGreaterThan(300);
  expect(distanceM(shifted, at)).toBeLessThan(900);
  expect(shifted.lng).toBeGreaterThan(at.lng);
  expect(shifted.lat).toBeLessThan(at.lat);
});

test('outside China nothing is shifted', () => {
  expect(toGcj({ lng: 2.35, lat: 48.85 })).toEqual({ lng: 2.35, lat: 48.85 });
});
