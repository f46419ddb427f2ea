import type { Incident } from '#shared/incident/state.ts';
import type { Spot } from './incident-index.ts';
import { markOf } from './mark.ts';

export function spotOf(incident: Incident): Spot {
  const { id, title, place, lastEntryAt } = incident;
  return { id, title, lng: place.lng, lat: place.lat, mark: markOf(incident), at: Date.parse(lastEntryAt) };
}
