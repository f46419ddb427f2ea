import { distanceM, type LngLat } from '#shared/geo.ts';

export interface Way {
  metres: number;
  /** Of the eight directions, from north on. */
  bearing: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

const rad = (degrees: number): number => (degrees * Math.PI) / 180;

/** How far and which way, as the crow flies: no tiles and no network are needed to say so. */
export function wayOf(from: LngLat, to: LngLat): Way {
  const east = Math.sin(rad(to.lng - from.lng)) * Math.cos(rad(to.lat));
  const north = Math.cos(rad(from.lat)) * Math.sin(rad(to.lat)) - Math.sin(rad(from.lat)) * Math.cos(rad(to.lat)) * Math.cos(rad(to.lng - from.lng));
  const degrees = (Math.atan2(east, north) * 180) / Math.PI;
  return { metres: distanceM(from, to), bearing: ((Math.round(degrees / 45) + 8) % 8) as Way['bearing'] };
}

/** `850 m`, `3.4 km`, `27 km`. */
export function distanceWords(metres: number): string {
  if (metres < 995) return `${Math.round(metres / 10) * 10} m`;
  return metres < 9950 ? `${(metres / 1000).toFixed(1)} km` : `${Math.round(metres / 1000)} km`;
}

const ROAD_FACTOR = 1.3;
const ROAD_KMH = 50;
const STEP_MINUTES = 5;

/** What a team is likely to say: until its people have left, and on the road, as the ranking reckons it. */
export function likelyMinutes(metres: number, responseMinutes: number): number {
  const road = ((metres / 1000) * ROAD_FACTOR * 60) / ROAD_KMH;
  return Math.max(STEP_MINUTES, Math.ceil((responseMinutes + road) / STEP_MINUTES) * STEP_MINUTES);
}

export interface Frame {
  width: number;
  height: number;
}

/** Puts places onto a small drawing, north up, all of them in sight with a rim around. */
export function fitted(places: readonly LngLat[], { width, height }: Frame, rim: number): (at: LngLat) => { x: number; y: number } {
  const lngs = places.map(({ lng }) => lng);
  const lats = places.map(({ lat }) => lat);
  const middle = { lng: (Math.min(...lngs) + Math.max(...lngs)) / 2, lat: (Math.min(...lats) + Math.max(...lats)) / 2 };
  const shrink = Math.cos(rad(middle.lat));
  const wide = Math.max((Math.max(...lngs) - Math.min(...lngs)) * shrink, 0.02);
  const high = Math.max(Math.max(...lats) - Math.min(...lats), 0.02);
  const scale = Math.min((width - 2 * rim) / wide, (height - 2 * rim) / high);
  return ({ lng, lat }) => ({ x: width / 2 + (lng - middle.lng) * shrink * scale, y: height / 2 - (lat - middle.lat) * scale });
}
