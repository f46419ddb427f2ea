import { distanceM, type LngLat } from '#shared/geo.ts';
import type { Incident } from '#shared/incident/state.ts';
import { minutesBetween } from '#shared/time.ts';

const WITHIN_M = 15_000;
const WITHIN_MINUTES = 6 * 60;

/** Open incidents that may be what is being logged now: of the same class, near and recent. The nearest first, at most two. */
export function likelySame(at: LngLat, typeCode: string, open: Iterable<Incident>, now: string): Incident[] {
  const main = typeCode.slice(0, 3);
  const near: { incident: Incident; metres: number }[] = [];
  for (const incident of open) {
    if (incident.status !== 'open' || !incident.typeCode.startsWith(main) || minutesBetween(incident.loggedAt, now) > WITHIN_MINUTES) continue;
    const metres = distanceM(at, incident.place);
    if (metres <= WITHIN_M) near.push({ incident, metres });
  }
  return near
    .slice()
    .sort((a, b) => a.metres - b.metres)
    .slice(0, 2)
    .map(({ incident }) => incident);
}
