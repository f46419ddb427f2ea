import { useCallback, useSyncExternalStore } from 'react';
import { onChanges } from '#client/store/world.ts';
import type { Note } from '#shared/incident/state.ts';

const NONE: readonly Note[] = [];
const byIncident = new Map<string, readonly Note[]>();
const listeners = new Set<() => void>();
let stop: (() => void) | undefined;

/** The live entries of one incident, in no order. Renders again only when that incident's entries changed. */
export function useNotesOf(incidentId: string): readonly Note[] {
  const read = useCallback(() => byIncident.get(incidentId) ?? NONE, [incidentId]);
  return useSyncExternalStore(subscribe, read);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  stop ??= onChanges('note', take);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stop?.();
    stop = undefined;
    byIncident.clear();
  };
}

/** The notes of a frame are few, those of the world many: only the incidents they speak of get a new list. */
function take({ puts, drops, reset }: { puts: readonly Note[]; drops: readonly string[]; reset: boolean }): void {
  if (reset) byIncident.clear();
  const put = grouped(puts, ({ incidentId }) => incidentId);
  const dropped = grouped(drops, (id) => id.slice(0, id.lastIndexOf('.')));
  for (const id of new Set([...put.keys(), ...dropped.keys()])) {
    const gone = new Set([...(dropped.get(id) ?? []), ...(put.get(id) ?? []).map((note) => note.id)]);
    const kept = (byIncident.get(id) ?? NONE).filter((note) => !gone.has(note.id));
    byIncident.set(id, [...kept, ...(put.get(id) ?? [])]);
  }
  for (const listener of listeners) listener();
}

/** As Map.groupBy, which browsers of government offices may not have yet. */
function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
