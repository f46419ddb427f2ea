import type { Author } from '#shared/seat.ts';
import type { Draft } from '#shared/world.ts';
import { noteId, type Incident } from './state.ts';

/** What makes an event of any domain the n-th entry of its incident's timeline. `readers` is whoever sees the incident. */
export interface Entry {
  incidentId: string;
  n: number;
  readers: readonly string[];
}

/** The next entry of an incident; a second one of the same commit is one further. */
export const nextEntry = (incident: Incident, ahead = 0): Entry => ({ incidentId: incident.id, n: incident.entries + 1 + ahead, readers: incident.readers });

interface Said {
  text?: string;
  /** What it changed, for people: field → new value. */
  set?: Record<string, unknown>;
  claimedAt?: string | undefined;
}

/** Writes what an event of another domain means into the incident's timeline. */
export function putEntry(draft: Draft, event: Entry & { type: string }, at: string, by: Author, { text = '', set, claimedAt }: Said): void {
  const { incidentId, n, readers, type } = event;
  const incident = draft.get('incident', incidentId);
  const exercise = incident?.exercise ?? readers[0]?.startsWith('drill:') ?? false;
  const note = { id: noteId(incidentId, n), incidentId, n, at, by, entry: type, text, exercise, readers };
  draft.put('note', { ...note, ...(set ? { set } : {}), ...(claimedAt === undefined ? {} : { claimedAt }) });
  if (incident) draft.put('incident', { ...incident, entries: n, lastEntryAt: at });
}
