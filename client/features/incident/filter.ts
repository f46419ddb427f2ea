import { categoryOf, typeName, type Category } from '#shared/incident/classes.ts';
import type { Incident } from '#shared/incident/state.ts';
import type { Actor } from '#shared/seat.ts';
import { dayOf } from '#shared/time.ts';

export interface IncidentFilter {
  category: Category | null;
  county: string | null;
  mine: boolean;
  closedToday: boolean;
  text: string;
  /** Only what a whole room may see: nothing that is restricted to persons. */
  room?: boolean;
}

export const NO_FILTER: IncidentFilter = { category: null, county: null, mine: false, closedToday: false, text: '' };

export const FOR_A_ROOM: IncidentFilter = { ...NO_FILTER, room: true };

/** Whether the list shows an incident: open ones, and with `closedToday` also those closed today (as `dayOf` says it). */
export function shows(filter: IncidentFilter, incident: Incident, viewer: Pick<Actor, 'id' | 'org'>, today: string): boolean {
  if (incident.status === 'closed' && !(filter.closedToday && dayOf(incident.closedAt) === today)) return false;
  if (filter.room && incident.sensitive) return false;
  if (filter.category && categoryOf(incident.typeCode) !== filter.category) return false;
  if (filter.county && !incident.place.adcode.startsWith(filter.county)) return false;
  if (filter.mine && incident.loggedBy.id !== viewer.id && incident.org !== viewer.org) return false;
  return matchesText(incident, filter.text);
}

/** Every word must be found somewhere in what the row says, in either language, or be an address. */
export function matchesText(incident: Incident, text: string): boolean {
  const words = text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const { title, number, typeCode, place } = incident;
  const said = [title, number, typeCode, typeName(typeCode, 'zh'), typeName(typeCode, 'en'), place.text, place.adcode].join('\n').toLowerCase();
  return words.every((word) => said.includes(word));
}
