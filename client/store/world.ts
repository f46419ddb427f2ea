import { useCallback, useSyncExternalStore } from 'react';
import type { Frame, Snapshot } from '#shared/feed.ts';
import type { Documents, Kind, World } from '#shared/world.ts';
import { apply, applySnapshot, documentsOf, NOTHING, type Effect, type Live, type Step } from './live.ts';

export interface Changes<K extends Kind> {
  puts: readonly Documents[K][];
  drops: readonly string[];
  /** Everything known before is void; `puts` is all there is. */
  reset: boolean;
}

let live: Live = NOTHING;
const listeners = new Set<(effect: Effect) => void>();

/** Of more documents than this, what looks at all of them is told at most this often; one document and the map follow at once. */
const MANY = 300;
const SETTLE_MS = 300;
let settled: Live = NOTHING;
let settling: ReturnType<typeof setTimeout> | undefined;
const settledListeners = new Set<() => void>();

/** The documents of a kind. A new map when, and only when, that kind changed; of very many, a moment later. */
export function useDocuments<K extends Kind>(kind: K): ReadonlyMap<string, Documents[K]> {
  return useSyncExternalStore(onSettled, () => documentsOf(settled, kind));
}

/** One document. Renders again only when that document changed. */
export function useDocument<K extends Kind>(kind: K, id: string | undefined): Documents[K] | undefined {
  const read = useCallback(() => (id === undefined ? undefined : documentsOf(live, kind).get(id)), [kind, id]);
  return useSyncExternalStore(onEffect, read);
}

/** The documents of a kind at this moment, outside React. */
export function documentsNow<K extends Kind>(kind: K): ReadonlyMap<string, Documents[K]> {
  return documentsOf(live, kind);
}

/** Documents of these kinds as the rules shared with the server read them; of any other kind there are none. */
export function viewOf(maps: { readonly [K in Kind]?: ReadonlyMap<string, Documents[K]> }): Pick<World, 'get' | 'all'> {
  return { get: (kind, id) => maps[kind]?.get(id), all: (kind) => maps[kind]?.values() ?? [] };
}

/** Tells what is there at once (as a reset), then every change of that kind. For the map, which draws by differences. */
export function onChanges<K extends Kind>(kind: K, listener: (changes: Changes<K>) => void): () => void {
  listener({ puts: [...documentsOf(live, kind).values()], drops: [], reset: true });
  return onEffect(({ puts, drops, reset }) => {
    // A put of this kind carries a document of this kind.
    const mine = puts.filter((put) => put.kind === kind).map((put) => put.doc as Documents[K]);
    const lost = drops.filter((drop) => drop.kind === kind).map((drop) => drop.id);
    if (reset || mine.length > 0 || lost.length > 0) listener({ puts: mine, drops: lost, reset });
  });
}

/** Every change of any kind, and what the world has become. */
export function onEffect(listener: (effect: Effect) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const liveNow = (): Live => live;

export const takeFrame = (frame: Frame): void => become(apply(live, frame));

export const takeSnapshot = (snapshot: Snapshot): void => become(applySnapshot(live, snapshot));

/** Puts what was kept on disk, or nothing, in the place of everything. */
export function replaceWorld(next: Live): void {
  become({ live: next, effect: { puts: putsOf(next), drops: [], reset: true } });
}

function become(step: Step): void {
  live = step.live;
  const { puts, drops, reset } = step.effect;
  if (!reset && puts.length === 0 && drops.length === 0) return;
  settleSoon(step.effect);
  for (const listener of listeners) listener(step.effect);
}

function onSettled(listener: () => void): () => void {
  settledListeners.add(listener);
  return () => settledListeners.delete(listener);
}

/** Few are shown as they are at once. Of many, whoever sorts or counts them need not do so for each of a hundred changes a second. */
function settleSoon({ puts, drops, reset }: Effect): void {
  const many = !reset && [...puts, ...drops].some(({ kind }) => (live.docs.get(kind)?.size ?? 0) > MANY);
  if (many) settling ??= setTimeout(settle, SETTLE_MS);
  else settle();
}

function settle(): void {
  clearTimeout(settling);
  settling = undefined;
  settled = live;
  for (const listener of settledListeners) listener();
}

function putsOf(from: Live): Effect['puts'] {
  // Kind and document come from the same map.
  return [...from.docs].flatMap(([kind, map]) => [...map.values()].map((doc) => ({ kind, id: doc.id, doc }) as Effect['puts'][number]));
}
