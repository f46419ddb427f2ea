import { distanceM, type LngLat } from '#shared/geo.ts';
import type { Drawing } from './events.ts';
import type { Position, Shape } from './orders.ts';

const LEAST: Record<Shape, number> = { area: 3, route: 2, cordon: 1, circle: 1, point: 1 };

export const isRound = (shape: Shape): boolean => shape === 'cordon' || shape === 'circle';

/** The fewest places that make the shape; more than that only areas and routes have. */
export const leastPoints = (shape: Shape): number => LEAST[shape];

export type Fault = 'too-few' | 'too-many' | 'radius-missing' | 'radius-unused' | 'crosses-itself';

/** What keeps this from being the shape that it is said to be. The client asks the same before it offers to record it. */
export function faultOf({ shape, coordinates, radiusM }: Pick<Drawing, 'shape' | 'coordinates' | 'radiusM'>): Fault | undefined {
  if (coordinates.length < LEAST[shape]) return 'too-few';
  if (shape !== 'area' && shape !== 'route' && coordinates.length > 1) return 'too-many';
  if (isRound(shape) && radiusM === undefined) return 'radius-missing';
  if (!isRound(shape) && radiusM !== undefined) return 'radius-unused';
  return shape === 'area' && crossesItself(coordinates) ? 'crosses-itself' : undefined;
}

/** To a tenth of a metre, without what was clicked twice. */
export function tidied(coordinates: readonly Position[]): Position[] {
  const rounded = coordinates.map(([lng, lat]): Position => [roundDegrees(lng), roundDegrees(lat)]);
  return rounded.filter(([lng, lat], i) => {
    const before = rounded[i - 1];
    return before === undefined || before[0] !== lng || before[1] !== lat;
  });
}

const roundDegrees = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

const at = ([lng, lat]: Position): LngLat => ({ lng, lat });

/** Metres along a line. */
export function lengthM(line: readonly Position[]): number {
  return line.reduce((sum, point, i) => {
    const before = line[i - 1];
    return before ? sum + distanceM(at(before), at(point)) : sum;
  }, 0);
}

const EARTH_RADIUS_M = 6_371_008.8;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Square metres within a ring on the sphere (Chamberlain and Duquette). */
export function areaM2(ring: readonly Position[]): number {
  const sum = ring.reduce((total, [lng, lat], i) => {
    const [nextLng, nextLat] = ring[(i + 1) % ring.length] ?? [lng, lat];
    return total + radians(nextLng - lng) * (2 + Math.sin(radians(lat)) + Math.sin(radians(nextLat)));
  }, 0);
  return Math.abs((sum * EARTH_RADIUS_M * EARTH_RADIUS_M) / 2);
}

/** Whether two sides of a ring that are not neighbours meet. */
function crossesItself(ring: readonly Position[]): boolean {
  const sides = ring.map((from, i): [Position, Position] => [from, ring[(i + 1) % ring.length] ?? from]);
  return sides.some((a, i) => sides.some((b, j) => j > i + 1 && !(i === 0 && j === sides.length - 1) && cross(a, b)));
}

function cross([a, b]: [Position, Position], [c, d]: [Position, Position]): boolean {
  return turn(a, b, c) !== turn(a, b, d) && turn(c, d, a) !== turn(c, d, b);
}

const turn = (a: Position, b: Position, c: Position): boolean => (b[0] - a[0]) * (c[1] - a[1]) > (b[1] - a[1]) * (c[0] - a[0]);
