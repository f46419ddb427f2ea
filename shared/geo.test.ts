import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceM, inRing, Latitude, Longitude } from './geo.ts';

const points = fc.record({ lng: fc.double({ min: -180, max: 180, noNaN: true }), lat: fc.double({ min: -90, max: 90, noNaN: true }) });
const square = [
  [114, 25],
  [116, 25],
  [116, 27],
  [114, 27],
];

describe('distances', () => {
  it('from Zhanggong to Yudu it is 48.6 km', () => {
    expect(distanceM({ lng: 114.939, lat: 25.851 }, { lng: 115.411, lat: 25.955 }) / 1000).toBeCloseTo(48.6, 0);
  });

  it('a degree of latitude is 111.2 km anywhere, and half the world is the longest way', () => {
    expect(distanceM({ lng: 7, lat: 60 }, { lng: 7, lat: 61 })).toBeCloseTo(111_195, -1);
    expect(distanceM({ lng: 0, lat: 0 }, { lng: 180, lat: 0 })).toBeCloseTo(Math.PI * 6_371_008.8, 0);
  });

  it('it is as far back as there, never negative, and nothing to oneself', () => {
    fc.assert(
      fc.property(points, points, (a, b) => {
        expect(distanceM(a, b)).toBeGreaterThanOrEqual(0);
        expect(distanceM(a, b)).toBeCloseTo(distanceM(b, a), 3);
        expect(distanceM(a, a)).toBe(0);
      }),
    );
  });
});

describe('rings', () => {
  it('a ring is the same closed or open, and either way round', () => {
    fc.assert(
      fc.property(fc.double({ min: 113, max: 117, noNaN: true }), fc.double({ min: 24, max: 28, noNaN: true }), (lng, lat) => {
        const inside = lng > 114 && lng < 116 && lat > 25 && lat < 27;
        fc.pre(![114, 116].includes(lng) && ![25, 27].includes(lat));
        expect(inRing({ lng, lat }, square)).toBe(inside);
        expect(inRing({ lng, lat }, [...square, [114, 25]])).toBe(inside);
        expect(inRing({ lng, lat }, square.toReversed())).toBe(inside);
      }),
    );
  });

  it('nothing lies in no ring, and a bay is outside', () => {
    expect(inRing({ lng: 115, lat: 26 }, [])).toBe(false);
    const bay = [
      [0, 0],
      [4, 0],
      [4, 4],
      [3, 4],
      [3, 1],
      [1, 1],
      [1, 4],
      [0, 4],
    ];
    expect([inRing({ lng: 2, lat: 2 }, bay), inRing({ lng: 0.5, lat: 2 }, bay)]).toEqual([false, true]);
  });
});

it('degrees have bounds', () => {
  for (const [schema, most] of [
    [Longitude, 180],
    [Latitude, 90],
  ] as const) {
    expect([schema.safeParse(most).success, schema.safeParse(most + 0.001).success, schema.safeParse(NaN).success]).toEqual([true, false, false]);
  }
});
