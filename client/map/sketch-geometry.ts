import L from 'leaflet';
import { isRound } from '#shared/sketch/geometry.ts';
import type { Sketch } from '#shared/sketch/state.ts';

/** A drawing in the pixels of one zoom, counted from the world's corner: a pan only shifts it. */
export interface Projected {
  zoom: number;
  /** x and y in turn. */
  points: Float64Array;
  /** Of a cordon or circle. */
  radius: number;
  west: number;
  north: number;
  east: number;
  south: number;
}

/** Points nearer than this to the one before are not seen. */
const FINE_PX = 0.75;

export function project(map: L.Map, { shape, coordinates, radiusM = 0 }: Pick<Sketch, 'shape' | 'coordinates' | 'radiusM'>, zoom: number): Projected {
  const points: number[] = [];
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  coordinates.forEach(([lng, lat], i) => {
    const { x, y } = map.project([lat, lng], zoom);
    west = Math.min(west, x);
    east = Math.max(east, x);
    north = Math.min(north, y);
    south = Math.max(south, y);
    const near = Math.hypot(x - (points.at(-2) ?? Infinity), y - (points.at(-1) ?? Infinity)) < FINE_PX;
    if (!near || i === coordinates.length - 1) points.push(x, y);
  });
  const [, lat = 0] = coordinates[0] ?? [];
  const radius = isRound(shape) ? radiusM / metresPerPixel(lat, zoom) : 0;
  return { zoom, points: Float64Array.from(points), radius, west: west - radius, north: north - radius, east: east + radius, south: south + radius };
}

export const metresPerPixel = (lat: number, zoom: number): number => (156_543.033_92 * Math.cos((lat * Math.PI) / 180)) / 2 ** zoom;

/** How near a point is to a drawing: 0 within it or on its line, else the pixels to its line; Infinity when it is far. */
export function nearness({ points, radius, west, north, east, south }: Projected, shape: Sketch['shape'], x: number, y: number, reach: number): number {
  if (x < west - reach || x > east + reach || y < north - reach || y > south + reach) return Infinity;
  const [firstX = 0, firstY = 0] = points;
  if (shape === 'point') return Math.max(0, Math.hypot(x - firstX, y - firstY) - reach);
  if (isRound(shape)) return Math.max(0, Math.hypot(x - firstX, y - firstY) - radius);
  if (shape === 'area' && inside(points, x, y)) return 0;
  return toLine(points, x, y, shape === 'area');
}

function inside(points: Float64Array, x: number, y: number): boolean {
  let within = false;
  for (let i = 0, j = points.length - 2; i < points.length; j = i, i += 2) {
    const [xi = 0, yi = 0, xj = 0, yj = 0] = [points[i], points[i + 1], points[j], points[j + 1]];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) within = !within;
  }
  return within;
}

function toLine(points: Float64Array, x: number, y: number, closed: boolean): number {
  let least = Infinity;
  const last = closed ? points.length : points.length - 2;
  for (let i = 0; i < last; i += 2) {
    const j = (i + 2) % points.length;
    const a = L.point(points[i] ?? 0, points[i + 1] ?? 0);
    const b = L.point(points[j] ?? 0, points[j + 1] ?? 0);
    least = Math.min(least, L.LineUtil.pointToSegmentDistance(L.point(x, y), a, b));
  }
  return least;
}
