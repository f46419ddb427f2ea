import { expect, it } from 'vitest';
import { areaM2, faultOf, lengthM, tidied } from './geometry.ts';
import type { Position } from './orders.ts';

const square: Position[] = [
  [115, 25],
  [115.01, 25],
  [115.01, 25.01],
  [115, 25.01],
];

it('a degree of latitude is 111.2 km long, and a hundredth squared at 25° north is 1.12 km²', () => {
  expect(
    lengthM([
      [115, 25],
      [115, 26],
    ]),
  ).toBeCloseTo(111_195, -1);
  expect(areaM2(square) / 1e6).toBeCloseTo(1.1205, 3);
  expect(areaM2([...square].reverse())).toBeCloseTo(areaM2(square), 3);
});

it('an outline that touches itself only at its corners is whole; a bow is not', () => {
  expect(faultOf({ shape: 'area', coordinates: square })).toBeUndefined();
  const [a, b, c, d] = square as [Position, Position, Position, Position];
  expect(faultOf({ shape: 'area', coordinates: [a, c, b, d] })).toBe('crosses-itself');
  expect(faultOf({ shape: 'route', coordinates: [a, c, b, d] })).toBeUndefined();
});

it('what was clicked twice at one place is one place', () => {
  expect(tidied([[115, 25], [115.0000001, 25], ...square.slice(1)])).toEqual(square);
});
