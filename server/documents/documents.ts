import { fold } from '#shared/fold.ts';
import type { AnyDocument, Change, Kind, LiveWorld } from '#shared/world.ts';
import type { Connection } from 'mongoose';
import type { Journal } from '#server/journal/journal.ts';
import type { Clock, Log } from '#server/ports.ts';
import { openCheckpoint } from './checkpoint.ts';
import { searchGrams } from './searchable.ts';
import { withVisitors } from './visitors.ts';
import { documentModels, KINDS, type Models, type Stored } from './models.ts';

/** Documents at most so many a write: one sync to disk covers them all. */
const BATCH = 500;
const AT_A_TIME = 10;
const RETRY_MS = 500;
const MOST_DIRTY_WHILE_LOADING = 20_000;

/** The collections: what the World holds and what has left it, written a little behind the journal. */
export interface DocumentStore {
  models: Models;
  /**
   * Fills an empty World from the collections, then folds what the journal has beyond them. Where this version keeps a kind
   * that the collections were not kept of, all of them are made again from the journal: it may have had events of it all along.
   */
  load(world: LiveWorld, journal: Journal): Promise<{ folded: number }>;
  /** Empties the collections: what is loaded next is folded from the whole journal. */
  empty(): Promise<void>;
  /** Takes note of what a commit changed; it is written soon. */
  changed(seq: number, changes: readonly Change[]): void;
  /** A document that has left the World, or null. */
  find(kind: Kind, id: string): Promise<AnyDocument | null>;
  /** Resolves when everything noted so far is written; while the store is away, that may be never. */
  flush(): Promise<void>;
  /** As flush, but waits no longer than this. A query that may be a little behind calls it. */
  settle(ms: number): Promise<void>;
  behind(): number;
  close(): Promise<void>;
}

const DUPLICATE_KEY = 11_000;
/** Queries, backups and closing hurry it; a restart folds so much more of the journal. */
const PAUSE_MS = 1000;
/** Then it is time, whatever else the store has to do. */
const MOST_DIRTY = 20_000;

export function openDocuments(connection: Connection, clock: Clock, log: Log): DocumentStore {
  const models = documentModels(connection);
  const checkpoint = openCheckpoint(connection);
  let dirty = new Map<string, { kind: Kind; stored: Stored }>();
  /** What is on its way to the store: not dirty any more, not there yet. */
  let underWay: typeof dirty = new Map();
  let seq = 0;
  let writing: Promise<void> | undefined;
  let closed = false;
  /** How many wait for a flush, and how to end the pause before it. */
  let waitingFor = 0;
  let hurry: (() => void) | undefined;

  function changed(at: number, changes: readonly Change[]): void {
    for (const { kind, id, before, doc } of changes) {
      const last = doc ?? before;
      if (last) dirty.set(`${kind}/${id}`, { kind, stored: toStored(last, doc !== undefined) });
    }
    seq = at;
    kick();
  }

  /** The journal comes first: what changes within a moment is one write, and a document that changes again is written once. */
  async function pause(): Promise<void> {
    await new Promise<void>((resolve) => {
      const cancel = clock.after(PAUSE_MS, resolve);
      hurry = () => {
        cancel();
        resolve();
      };
    });
    hurry = undefined;
  }

  /** One writer at a time: of two, the older version of a document could come last. */
  function kick(): void {
    if (!writing && !closed && dirty.size > 0) writing = writeSoon();
  }

  async function flush(): Promise<void> {
    waitingFor += 1;
    try {
      kick();
      hurry?.();
      await writing;
    } finally {
      waitingFor -= 1;
    }
  }

  async function writeSoon(): Promise<void> {
    while (dirty.size > 0 && !closed) {
      if (waitingFor === 0 && dirty.size < MOST_DIRTY) await pause();
      try {
        await write();
      } catch (error) {
        log.warn({ error: String(error), behind: dirty.size }, 'documents wait for the store');
        await new Promise<void>((resolve) => clock.after(RETRY_MS, resolve));
      }
    }
    writing = undefined;
  }

  /** Writes all that is dirty now. What fails stays dirty, unless it has changed again meanwhile. */
  async function write(): Promise<void> {
    const taken = (underWay = dirty);
    const upTo = seq;
    dirty = new Map();
    try {
      for (const kind of KINDS)
        await writeKind(
          kind,
          [...taken.values()].filter((entry) => entry.kind === kind).map((entry) => entry.stored),
        );
      await checkpoint.write(upTo);
    } catch (error) {
      for (const [key, entry] of taken) if (!dirty.has(key)) dirty.set(key, entry);
      throw error;
    } finally {
      underWay = new Map();
    }
  }

  async function writeKind(kind: Kind, all: readonly Stored[]): Promise<void> {
    for (let i = 0; i < all.length; i += BATCH) {
      const some = await searchable(kind, all.slice(i, i + BATCH));
      const fresh = some.filter(isNew);
      // An insert is a third of the work; only after a crash it may be there already.
      const inserted = fresh.length > 0 && (await insert(kind, fresh));
      const rest = inserted ? some.filter((stored) => !isNew(stored)) : some;
      const writes = rest.map((stored) => ({ replaceOne: { filter: { _id: stored._id }, replacement: stored, upsert: true } }));
      if (writes.length > 0) await models[kind].collection.bulkWrite(writes as never[], { ordered: false });
    }
  }

  /** False when one of them was there before: then all must be replaced. */
  async function insert(kind: Kind, fresh: readonly Stored[]): Promise<boolean> {
    try {
      await models[kind].collection.insertMany(fresh as never[], { ordered: false });
      return true;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === DUPLICATE_KEY) return false;
      throw error;
    }
  }

  async function load(world: LiveWorld, journal: Journal): Promise<{ folded: number }> {
    // Before the documents: another server may write both meanwhile, and what is newer than this is folded once more.
    const { seq: kept, lacking } = await checkpoint.read();
    if (lacking.length > 0) {
      log.info({ lacking }, 'documents are made again from the journal: these kinds were not kept before');
      await checkpoint.empty(models);
    }
    for (const kind of KINDS) {
      for await (const stored of models[kind].find({ active: true }).lean<Stored[]>().cursor({ batchSize: 2000 }))
        world.load(kind, fromStored(stored as Stored));
    }
    seq = world.seq = lacking.length > 0 ? 0 : kept;
    let folded = 0;
    for await (const commit of journal.stream(world.seq)) {
      const changes = fold(await withVisitors(world, commit, find), commit);
      world.apply(commit.seq, changes);
      changed(commit.seq, changes);
      folded += 1;
      if (dirty.size > MOST_DIRTY_WHILE_LOADING) await flush();
    }
    return { folded };
  }

  async function find(kind: Kind, id: string): Promise<AnyDocument | null> {
    const pending = dirty.get(`${kind}/${id}`) ?? underWay.get(`${kind}/${id}`);
    if (pending) return fromStored(pending.stored);
    const stored = await models[kind].findById(id).maxTimeMS(5000).lean<Stored>();
    return stored ? fromStored(stored) : null;
  }

  return {
    models,
    load,
    empty: () => checkpoint.empty(models),
    changed,
    find,
    flush,
    settle: (ms) => Promise.race([flush(), new Promise<void>((resolve) => void clock.after(ms, resolve))]),
    behind: () => dirty.size + underWay.size,
    async close() {
      closed = true;
      hurry?.();
      await writing;
      if (dirty.size > 0) await write();
    },
  };
}

const isNew = ({ rev, active }: Stored): boolean => rev === 1 && active;

function toStored(doc: AnyDocument, active: boolean): Stored {
  const { id, ...rest } = doc;
  return { _id: id, ...rest, active } as Stored;
}

/** By what they are found is worked out only when they are written, a few at a time: reading Chinese takes a moment, and orders wait for nobody. */
async function searchable(kind: Kind, all: readonly Stored[]): Promise<Stored[]> {
  const done: Stored[] = [];
  for (const stored of all) {
    const grams = searchGrams(kind, stored);
    done.push(grams ? { ...stored, grams } : stored);
    if (grams && done.length % AT_A_TIME === 0) await new Promise<void>((resolve) => setImmediate(resolve));
  }
  return done;
}

/** The World's document back from its collection: without what only the collection needs. */
export function fromStored(stored: Stored): AnyDocument {
  const { _id, active: _active, grams: _grams, ...rest } = stored;
  return { id: _id, ...rest } as AnyDocument;
}
