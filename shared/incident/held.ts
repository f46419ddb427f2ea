import type { Draft, Documents, Kind, Unstamped } from '#shared/world.ts';
import type { Incident } from './state.ts';

/** The kinds of document that belong to an incident: they name it, are seen by whoever sees it, and leave what is active with it. */
export type HeldKind = { [K in Kind]: 'incidentId' extends keyof Documents[K] ? K : never }[Kind];
type Held<K extends HeldKind> = Omit<Unstamped<Documents[K]>, 'readers'>;

/**
 * Whoever sees the incident, and whom the document itself names beside them; or, of what concerns fewer, only those.
 * Of a restricted incident nobody sees anything who is not among its own readers, but for a team that was sent out: it
 * goes on seeing what it was told.
 */
const readersOf = (doc: object, readers: readonly string[]): readonly string[] => {
  const { alsoReadBy = [], onlyReadBy, alwaysReadBy = [] } = doc as Partial<Record<'alsoReadBy' | 'onlyReadBy' | 'alwaysReadBy', readonly string[]>>;
  const restricted = !readers.some((room) => /^(drill:)?org:/.test(room));
  if (restricted) return alwaysReadBy.length > 0 ? [...new Set([...readers, ...alwaysReadBy])] : readers;
  return onlyReadBy ?? [...new Set([...readers, ...alsoReadBy, ...alwaysReadBy])];
};

/**
 * Puts a document that belongs to an incident. It has the incident's readers of this moment, which the event tells (the
 * incident itself may be newer when it is folded again after a crash), and follows them from here on.
 */
export function putHeld<K extends HeldKind>(draft: Draft, kind: K, doc: Held<K> & { id: string; incidentId: string }, readers: readonly string[]): void {
  const incident = draft.get('incident', doc.incidentId);
  // The compiler can't see that the two parts make the whole.
  draft.put(kind, { ...doc, readers: readersOf(doc, readers) } as unknown as Unstamped<Documents[K]>);
  const key = `${kind}/${doc.id}`;
  if (incident && !incident.holds?.includes(key)) draft.put('incident', { ...incident, holds: [...(incident.holds ?? []), key] });
}

export const sameReaders = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((room, i) => room === b[i]);

/** What an incident holds beside its log. */
export function heldBy(incident: Pick<Incident, 'holds'>): { kind: HeldKind; id: string }[] {
  return (incident.holds ?? []).map((key) => {
    const at = key.indexOf('/');
    // Written by `putHeld` alone.
    return { kind: key.slice(0, at) as HeldKind, id: key.slice(at + 1) };
  });
}

/** Lets what an incident holds be seen by whoever sees the incident now. */
export function followHeld(draft: Draft, incident: Incident, readers: readonly string[]): void {
  for (const { kind, id } of heldBy(incident)) {
    const doc = draft.get(kind, id);
    if (!doc || sameReaders(doc.readers, readersOf(doc, readers))) continue;
    // The same document with other readers.
    draft.put(kind, { ...doc, readers: readersOf(doc, readers) } as unknown as Unstamped<Documents[typeof kind]>);
  }
}

export function retireHeld(draft: Draft, incident: Incident): void {
  for (const { kind, id } of heldBy(incident)) draft.retire(kind, id);
}
