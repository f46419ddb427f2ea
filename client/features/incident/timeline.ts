import type { Note } from '#shared/incident/state.ts';
import { noteId } from '#shared/incident/state.ts';

/** What was fetched and what the feed has since brought, as one list in order n. The later revision of an entry holds. */
export function mergeTimeline(fetched: readonly Note[], live: readonly Note[]): Note[] {
  const byNumber = new Map<number, Note>();
  for (const note of [...fetched, ...live]) {
    const held = byNumber.get(note.n);
    if (!held || note.rev >= held.rev) byNumber.set(note.n, note);
  }
  return [...byNumber.values()].slice().sort((a, b) => a.n - b.n);
}

/** Whether the entries held are all that the incident has. */
export function isWhole(notes: readonly Note[], entries: number): boolean {
  return notes.length >= entries;
}

/** The little of an order that is on its way that the timeline needs. */
export interface OnItsWay {
  id: string;
  type: string;
  payload: unknown;
  at: string;
  state: 'queued' | 'sending' | 'recorded' | 'refused';
  answer?: { ok: true; refs: Record<string, string> } | { ok: false };
}

/** Entries written here that the timeline does not show yet: waiting, refused, or recorded a moment before the feed brings them. */
export function pendingEntries<S extends OnItsWay>(outbox: readonly S[], incidentId: string, notes: readonly Note[]): (S & { text: string })[] {
  const shown = new Set(notes.map(({ n }) => noteId(incidentId, n)));
  return outbox.flatMap((sending) => {
    const text = sending.type === 'incident.note' ? textFor(sending.payload, incidentId) : undefined;
    const made = sending.answer?.ok ? sending.answer.refs['note'] : undefined;
    return text === undefined || (made !== undefined && shown.has(made)) ? [] : [{ ...sending, text }];
  });
}

function textFor(payload: unknown, incidentId: string): string | undefined {
  if (typeof payload !== 'object' || payload === null || !('incidentId' in payload) || !('text' in payload)) return undefined;
  return payload.incidentId === incidentId && typeof payload.text === 'string' ? payload.text : undefined;
}
