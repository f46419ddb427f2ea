import type { Author } from '#shared/seat.ts';
import type { Draft, Stamp, Unstamped } from '#shared/world.ts';
import type { IncidentEvent, Severity } from './events.ts';
import type { ReportDeadline } from '#shared/report/deadline.ts';
import type { Casualties, Place, Source } from './orders.ts';

export interface Assessment {
  value: Severity | null;
  standing: 'proposed' | 'set';
  basis: string;
  by: Author;
  at: string;
}

interface IncidentFacts extends Stamp {
  number: string;
  title: string;
  typeCode: string;
  place: Place;
  /** Three times kept apart, as claimed; `loggedAt` is the server's. */
  occurredAt?: string;
  discoveredAt?: string;
  receivedAt: string;
  loggedAt: string;
  source?: Source;
  casualties: Casualties;
  severity: Assessment | null;
  /** Reports upward that are or were due, the earliest first. None for a drill. */
  deadlines?: readonly ReportDeadline[];
  exercise: boolean;
  org: string;
  loggedBy: Author;
  /** Number of entries of the timeline; entry n is the note `<id>.<n>`. */
  entries: number;
  lastEntryAt: string;
}

export type Incident = IncidentFacts & ({ status: 'open' } | { status: 'closed'; closedAt: string; closedBy: Author; closedFor: string });

/** One entry of an incident's timeline. Never edited. */
export interface Note extends Stamp {
  incidentId: string;
  n: number;
  /** The server's time; `claimedAt` beside it is the author's. */
  at: string;
  claimedAt?: string;
  by: Author;
  entry: Exclude<IncidentEvent['type'], 'incident.archived'>;
  text: string;
  /** What the entry changed, for people: field → new value. */
  set?: Record<string, unknown>;
  exercise: boolean;
}

export const noteId = (incidentId: string, n: number): string => `${incidentId}.${n}`;

/** Folds one event in. Total: an event about an incident that is not here changes what it can and skips the rest. */
export function evolveIncident(draft: Draft, event: IncidentEvent, at: string, by: Author): void {
  if (event.type === 'incident.logged') return logged(draft, event, at, by);
  const incident = draft.get('incident', event.incidentId);
  if (event.type === 'incident.archived') return archived(draft, incident);
  draft.put('note', noteOf(event, at, by, event.readers[0]?.startsWith('drill:') ?? false));
  if (incident) draft.put('incident', changed(incident, event, at, by));
}

function logged(draft: Draft, event: Extract<IncidentEvent, { type: 'incident.logged' }>, at: string, by: Author): void {
  const { type: _type, incidentId: id, n, counter, text: _text, casualties, ...facts } = event;
  draft.put('incident', {
    ...facts,
    id,
    status: 'open',
    casualties: casualties ?? {},
    severity: null,
    loggedAt: at,
    loggedBy: by,
    entries: n,
    lastEntryAt: at,
  });
  draft.put('counter', { ...counter, readers: [] });
  draft.put('note', noteOf(event, at, by, event.exercise));
}

function archived(draft: Draft, incident: Incident | undefined): void {
  if (!incident) return;
  draft.retire('incident', incident.id);
  for (let n = 1; n <= incident.entries; n += 1) draft.retire('note', noteId(incident.id, n));
}

type EntryEvent = Exclude<IncidentEvent, { type: 'incident.archived' }>;

function changed(incident: Incident, event: Exclude<EntryEvent, { type: 'incident.logged' }>, at: string, by: Author): Unstamped<Incident> {
  const next = { ...incident, readers: event.readers, entries: event.n, lastEntryAt: at };
  switch (event.type) {
    case 'incident.noted':
      return next;
    case 'incident.updated':
      return { ...next, ...event.set, casualties: { ...incident.casualties, ...event.set.casualties } };
    case 'incident.assessed':
      return { ...next, severity: { value: event.severity, standing: event.standing, basis: event.basis, by, at } };
    case 'incident.closed':
      return { ...next, status: 'closed', closedAt: at, closedBy: by, closedFor: event.reason };
    default:
      return event satisfies never;
  }
}

function noteOf(event: EntryEvent, at: string, by: Author, exercise: boolean): Unstamped<Note> {
  const base = { id: noteId(event.incidentId, event.n), incidentId: event.incidentId, n: event.n, at, by, entry: event.type, exercise, readers: event.readers };
  switch (event.type) {
    case 'incident.logged':
      return { ...base, text: event.text ?? '', set: { title: event.title, ...(event.casualties ? { casualties: event.casualties } : {}) } };
    case 'incident.noted':
      return { ...base, text: event.text, ...(event.claimedAt === undefined ? {} : { claimedAt: event.claimedAt }) };
    case 'incident.updated':
      return { ...base, text: '', set: event.set };
    case 'incident.assessed':
      return { ...base, text: event.basis, set: { severity: event.severity, standing: event.standing } };
    case 'incident.closed':
      return { ...base, text: event.reason };
    default:
      return event satisfies never;
  }
}
