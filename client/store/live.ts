import type { Drop, Frame, Put, Snapshot } from '#shared/feed.ts';
import type { AnyDocument, Documents, Kind } from '#shared/world.ts';

/** What this client holds of the world. Never changed in place: a kind's map is a new one when that kind changed. */
export interface Live {
  readonly journal: string | null;
  readonly seq: number;
  readonly docs: ReadonlyMap<Kind, ReadonlyMap<string, AnyDocument>>;
  /** When each document was last dropped, so that a late put can't bring it back. */
  readonly gone: ReadonlyMap<string, number>;
}

/** What a frame or a snapshot really changed here. */
export interface Effect {
  puts: readonly Put[];
  drops: readonly Drop[];
  /** Everything held before is void. */
  reset: boolean;
}

export interface Step {
  live: Live;
  effect: Effect;
}

export const NOTHING: Live = { journal: null, seq: 0, docs: new Map(), gone: new Map() };

/** Only as many drops are remembered as a late frame could bring back. */
const GONE_LIMIT = 4096;

/** Folds a frame in. Applying it twice changes nothing, and an old one changes only what is older still. */
export function apply(live: Live, frame: Frame): Step {
  const draft = new LiveDraft(live);
  for (const drop of frame.drops) draft.drop(drop, frame.seq);
  for (const put of frame.puts) draft.put(put);
  return draft.done(live.journal, Math.max(live.seq, frame.seq));
}

/** Folds a snapshot in: of another journal it replaces everything, else it merges by the same rules as a frame. */
export function applySnapshot(live: Live, snapshot: Snapshot): Step {
  if (snapshot.journal !== live.journal) return replaced(snapshot);
  const draft = new LiveDraft(live);
  if (snapshot.complete) {
    const named = new Set(snapshot.docs.map(({ kind, id }) => keyOf(kind, id)));
    for (const [kind, map] of live.docs) for (const id of map.keys()) if (!named.has(keyOf(kind, id))) draft.drop({ kind, id }, snapshot.seq);
    draft.forgive(snapshot.docs, snapshot.seq);
  }
  for (const drop of snapshot.drops) draft.drop(drop, snapshot.seq);
  for (const put of snapshot.docs) draft.put(put);
  return draft.done(snapshot.journal, Math.max(live.seq, snapshot.seq));
}

/** The documents of one kind that are held. */
export function documentsOf<K extends Kind>(live: Live, kind: K): ReadonlyMap<string, Documents[K]> {
  // A kind's map is filled only from puts of that kind.
  return (live.docs.get(kind) ?? EMPTY) as ReadonlyMap<string, Documents[K]>;
}

const EMPTY: ReadonlyMap<string, AnyDocument> = new Map();

const keyOf = (kind: Kind, id: string): string => `${kind}/${id}`;

function replaced(snapshot: Snapshot): Step {
  const draft = new LiveDraft(NOTHING);
  for (const put of snapshot.docs) draft.put(put);
  const step = draft.done(snapshot.journal, snapshot.seq);
  return { live: step.live, effect: { ...step.effect, reset: true } };
}

class LiveDraft {
  readonly #docs: Map<Kind, ReadonlyMap<string, AnyDocument>>;
  readonly #copies = new Map<Kind, Map<string, AnyDocument>>();
  readonly #gone: Map<string, number>;
  readonly #puts: Put[] = [];
  readonly #drops: Drop[] = [];

  constructor(live: Live) {
    this.#docs = new Map(live.docs);
    this.#gone = new Map(live.gone);
  }

  put(put: Put): void {
    const held = this.#docs.get(put.kind)?.get(put.id);
    if (held && held.seq >= put.doc.seq) return;
    if ((this.#gone.get(keyOf(put.kind, put.id)) ?? -1) >= put.doc.seq) return;
    this.#copy(put.kind).set(put.id, put.doc);
    this.#puts.push(put);
  }

  drop({ kind, id }: Drop, seq: number): void {
    const held = this.#docs.get(kind)?.get(id);
    if (held && held.seq > seq) return;
    this.#bury(keyOf(kind, id), seq);
    if (!held) return;
    this.#copy(kind).delete(id);
    this.#drops.push({ kind, id });
  }

  /** A complete snapshot is newer than a drop before it, whatever the document's own number. */
  forgive(puts: readonly Put[], seq: number): void {
    for (const { kind, id } of puts) {
      const key = keyOf(kind, id);
      if ((this.#gone.get(key) ?? Infinity) <= seq) this.#gone.delete(key);
    }
  }

  done(journal: string | null, seq: number): Step {
    return { live: { journal, seq, docs: this.#docs, gone: this.#gone }, effect: { puts: this.#puts, drops: this.#drops, reset: false } };
  }

  #bury(key: string, seq: number): void {
    const before = this.#gone.get(key) ?? -1;
    this.#gone.delete(key);
    this.#gone.set(key, Math.max(before, seq));
    if (this.#gone.size <= GONE_LIMIT) return;
    const [oldest] = this.#gone.keys();
    if (oldest !== undefined) this.#gone.delete(oldest);
  }

  #copy(kind: Kind): Map<string, AnyDocument> {
    const made = this.#copies.get(kind);
    if (made) return made;
    const copy = new Map(this.#docs.get(kind) ?? []);
    this.#copies.set(kind, copy);
    this.#docs.set(kind, copy);
    return copy;
  }
}
