import type { Commit } from '#shared/commit.ts';
import type { Model } from 'mongoose';
import { GENESIS, hashOf } from './chain.ts';
import type { StoredCommit } from './commit-model.ts';

/** How far the chain is sound. `firstBad` is the first commit whose place or hash is wrong. */
export interface Verdict {
  ok: boolean;
  seq: number;
  firstBad?: number;
}

/** The truth: one document per order, in order, never changed. */
export interface Journal {
  /** Writes commits in order, all or the first few. Resolves when they are on disk. Throws `LostRace` when another writer was first. */
  append(commits: readonly Commit[]): Promise<void>;
  after(seq: number, limit: number): Promise<Commit[]>;
  /** Every commit after seq, a page at a time. */
  stream(seq: number): AsyncIterable<Commit>;
  byOrder(orderId: string): Promise<Commit | null>;
  /** The commits that changed a document, oldest first. */
  ofDocument(stream: string): Promise<Commit[]>;
  head(): Promise<{ seq: number; hash: string }>;
  verify(): Promise<Verdict>;
}

/** Another writer holds this seq, or this order id is in the journal already: read on, then decide again. */
export class LostRace extends Error {
  override name = 'LostRace';
}

const PAGE = 2000;
const MAX_TIME_MS = 10_000;

export function openJournal(model: Model<StoredCommit>): Journal {
  // The driver's own collection: Mongoose's create costs half of the rate, and the shape is ours already.
  const collection = model.collection;

  async function after(seq: number, limit: number): Promise<Commit[]> {
    const found = await model
      .find({ _id: { $gt: seq } })
      .sort({ _id: 1 })
      .limit(limit)
      .maxTimeMS(MAX_TIME_MS)
      .lean<StoredCommit[]>();
    return found.map(fromStored);
  }

  async function* stream(seq: number): AsyncIterable<Commit> {
    let last = seq;
    for (;;) {
      const page = await after(last, PAGE);
      yield* page;
      if (page.length < PAGE) return;
      last = page.at(-1)?.seq ?? last;
    }
  }

  async function verify(): Promise<Verdict> {
    let seq = 0;
    let prev = GENESIS;
    for await (const commit of stream(0)) {
      const { hash, ...rest } = commit;
      if (commit.seq !== seq + 1 || commit.prev !== prev || hashOf(rest) !== hash) return { ok: false, seq, firstBad: seq + 1 };
      seq = commit.seq;
      prev = hash;
    }
    return { ok: true, seq };
  }

  return {
    async append(commits) {
      const stored = commits.map(({ seq, ...rest }): StoredCommit => ({ _id: seq, ...rest }));
      try {
        await collection.insertMany(stored as never[], { ordered: true });
      } catch (error) {
        if (isDuplicate(error)) throw new LostRace('Another commit was first.', { cause: error });
        throw error;
      }
    },
    after,
    stream,
    async byOrder(orderId) {
      const found = await model.findOne({ 'order.id': orderId }).maxTimeMS(MAX_TIME_MS).lean<StoredCommit>();
      return found ? fromStored(found) : null;
    },
    async ofDocument(name) {
      const found = await model
        .find({ streams: { $elemMatch: { $gte: `${name}@`, $lt: `${name}A` } } })
        .sort({ _id: 1 })
        .maxTimeMS(MAX_TIME_MS)
        .lean<StoredCommit[]>();
      return found.map(fromStored);
    },
    async head() {
      const last = await model.findOne().sort({ _id: -1 }).maxTimeMS(MAX_TIME_MS).lean<StoredCommit>();
      return last ? { seq: last._id, hash: last.hash } : { seq: 0, hash: GENESIS };
    },
    verify,
  };
}

function fromStored({ _id, ...rest }: StoredCommit): Commit {
  return { seq: _id, ...rest };
}

const DUPLICATE_KEY = 11_000;

function isDuplicate(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === DUPLICATE_KEY;
}
