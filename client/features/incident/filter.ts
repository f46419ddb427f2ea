import { COUNTIES } from '#shared/ganzhou.ts';
import { markOf } from '#client/map/mark.ts';
import type { Sounds } from '#client/ui/sounds.ts';
import { categoryOf, typeName } from '#shared/incident/classes.ts';
import type { Incident } from '#shared/incident/state.ts';
import { stageOf } from '#shared/report/deadline.ts';
import type { Actor } from '#shared/seat.ts';
import { dayOf } from '#shared/time.ts';
import type { ViewFilter } from '#shared/view/orders.ts';
import { isUnread, type Seen } from './seen.ts';

export interface IncidentFilter extends ViewFilter {
  /** Only what a whole room may see: nothing that is restricted to persons. */
  room?: boolean;
}

export const NO_FILTER: IncidentFilter = {};

export const FOR_A_ROOM: IncidentFilter = { room: true };

/** Who looks, and when. */
export interface Looking {
  viewer: Pick<Actor, 'id' | 'org'>;
  now: number;
  /** As `dayOf` says it. */
  today: string;
  seen: Seen;
  sounds?: Sounds | undefined;
}

/** Whether anything is left out beyond what is closed. */
export const isFiltered = (filter: IncidentFilter): boolean => Object.keys(tidied({ ...filter, grouped: false })).length > 0;

/** Without what says nothing, so that two filters that mean the same are the same. */
export function tidied(filter: IncidentFilter): IncidentFilter {
  const said = Object.entries(filter).filter(
    ([, value]) => value !== undefined && value !== false && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  const { status, ...rest } = Object.fromEntries(said) as IncidentFilter;
  return status === undefined || status === 'open' ? rest : { ...rest, status };
}

/** Whether the list shows an incident: open ones, and on demand those closed today. */
export function shows(filter: IncidentFilter, incident: Incident, { viewer, now, today, seen, sounds }: Looking): boolean {
  const { status = 'open', levels = [] } = filter;
  const closed = incident.status === 'closed';
  if (closed ? status === 'open' || dayOf(incident.closedAt) !== today : status === 'closed') return false;
  if (filter.room && incident.sensitive) return false;
  if (filter.category && categoryOf(incident.typeCode) !== filter.category) return false;
  if (levels.length > 0 && !levels.includes(markOf(incident))) return false;
  if (filter.county && !incident.place.adcode.startsWith(filter.county)) return false;
  if (filter.mine && incident.loggedBy.id !== viewer.id && incident.org !== viewer.org) return false;
  if (filter.unread && !isUnread(incident, seen, viewer.id)) return false;
  if (filter.overdue && !isOverdue(incident, now)) return false;
  return matchesText(incident, filter.text ?? '', sounds);
}

/** Whether a report about it is late now. */
export const isOverdue = ({ deadlines = [] }: Incident, now: number): boolean => deadlines.some((row) => stageOf(row, now) === 'over');

const COUNTY_NAMES = new Map<string, string>(COUNTIES.map(([adcode, zh]) => [adcode, zh]));

/** Every word must be found somewhere in what the row says, in either language, be an address, or be how it sounds: `gx`, `ganxian`. */
export function matchesText(incident: Incident, text: string, sounds?: Sounds): boolean {
  const words = text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const { title, number, typeCode, place } = incident;
  const county = COUNTY_NAMES.get(place.adcode.slice(0, 6)) ?? '';
  const spoken = [title, place.text, county, typeName(typeCode, 'zh')];
  const said = [...spoken, number, typeCode, typeName(typeCode, 'en'), place.adcode].join('\n').toLowerCase();
  return words.every((word) => said.includes(word) || (sounds !== undefined && /^[a-z0-9]+$/.test(word) && spoken.some((part) => sounds(part, word))));
}
