import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Counter } from '#shared/incident/number.ts';
import { LiveWorld, type Change } from '#shared/world.ts';
import type { Journal } from '#server/journal/journal.ts';
import { silentLog, systemClock } from '#server/ports.ts';
import { ensureIndexes } from '#server/store/indexes.ts';
import type { Store } from '#server/store/store.ts';
import { documentsOf } from '#test/support/documents-of.ts';
import { databaseOf } from '#test/support/test-core.ts';
import { testStore } from '#test/support/test-store.ts';
import { until } from '#test/support/until.ts';
import { openDocuments, type DocumentStore } from './documents.ts';

let store: Store;
let documents: DocumentStore;
let count = 0;
const noCommits: Pick<Journal, 'stream'> = { stream: async function* () {} };

beforeAll(async () => {
  store = await testStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  count += 1;
  documents = reopened();
  await ensureIndexes(databaseOf(store, `documents-${count}`).connection, Object.values(documents.models));
});

const reopened = (): DocumentStore => openDocuments(databaseOf(store, `documents-${count}`).connection, systemClock, silentLog);

const counter = (n: number): Counter => ({ id: 'c', n, seq: n, rev: n, readers: [] });
const put = (n: number): Change => ({ kind: 'counter', id: 'c', before: n > 1 ? counter(n - 1) : undefined, doc: counter(n) });
const retired = (n: number): Change => ({ kind: 'counter', id: 'c', before: counter(n), doc: undefined });
const checkpoint = async (): Promise<unknown> => (await databaseOf(store, `documents-${count}`).connection.collection('checkpoint').findOne())?.['seq'];

/** Holds back every write of counters until it is let go, and lets a test fail it. */
function heldBack(): { begun: () => number; letGo: (error?: Error) => void } {
  const collection = documents.models.counter.collection;
  const { bulkWrite, insertMany } = collection;
  const waiting: { go: () => void; fail: (error: Error) => void }[] = [];
  let held = true;
  let begun = 0;
  async function holdBack(): Promise<void> {
    begun += 1;
    if (held) await new Promise<void>((go, fail) => waiting.push({ go, fail }));
  }
  collection.bulkWrite = (async (...args: Parameters<typeof bulkWrite>) => {
    await holdBack();
    return bulkWrite.apply(collection, args);
  }) as typeof bulkWrite;
  collection.insertMany = (async (...args: Parameters<typeof insertMany>) => {
    await holdBack();
    return insertMany.apply(collection, args);
  }) as typeof insertMany;
  return {
    begun: () => begun,
    letGo(error) {
      held = error !== undefined;
      for (const { go, fail } of waiting.splice(0)) {
        if (error) fail(error);
        else go();
      }
    },
  };
}

describe('documents', () => {
  it('are written a little behind, the latest version of each, then the checkpoint', async () => {
    for (const n of [1, 2, 3]) documents.changed(n, [put(n)]);
    await documents.flush();
    expect(documents.behind()).toBe(0);
    expect([...(await documentsOf(documents.models)).values()]).toEqual([{ kind: 'counter', doc: counter(3), active: true }]);
    expect(await checkpoint()).toBe(3);
  });

  it('what another server writes while this one loads is not passed over', async () => {
    const slow = reopened();
    const asked: number[] = [];
    const journal: Pick<Journal, 'stream'> = {
      stream(after) {
        asked.push(after);
        return noCommits.stream(after);
      },
    };
    const { view } = slow.models;
    const find = view.find.bind(view);
    // The last kinds are read when the other one has written the first.
    view.find = ((...args: Parameters<typeof find>) => {
      const query = find(...args);
      return {
        lean: () => ({
          async *cursor() {
            documents.changed(1, [put(1)]);
            await documents.flush();
            yield* query.lean().cursor();
          },
        }),
      };
    }) as never;
    const world = new LiveWorld();
    await slow.load(world, journal as Journal);
    expect(await checkpoint()).toBe(1);
    // Of what it has not read, it has to ask the journal.
    expect(world.get('counter', 'c') ?? asked).toEqual([0]);
  });

  it('one that has left the world stays to be found, and is not loaded again', async () => {
    documents.changed(1, [put(1)]);
    documents.changed(2, [retired(1)]);
    await documents.flush();
    expect(await documents.find('counter', 'c')).toEqual(counter(1));
    const world = new LiveWorld();
    await reopened().load(world, noCommits as Journal);
    expect([world.size('counter'), world.seq]).toEqual([0, 2]);
  });

  it('one is found as it is now, before it is written', async () => {
    const store = heldBack();
    documents.changed(1, [put(1)]);
    documents.changed(2, [put(2)]);
    expect(await documents.find('counter', 'c')).toEqual(counter(2));
    store.letGo();
    await documents.flush();
    expect(await documents.find('counter', 'c')).toEqual(counter(2));
  });

  it('one is found as it is now, while it is being written', async () => {
    const store = heldBack();
    documents.changed(1, [put(1)]);
    const flushed = documents.flush();
    await until('the write is under way', () => store.begun() === 1);
    expect(await documents.find('counter', 'c')).toEqual(counter(1));
    store.letGo();
    await flushed;
  });

  it('a write that fails is tried again with what has changed meanwhile, and the checkpoint waits for it', async () => {
    const store = heldBack();
    documents.changed(1, [put(1)]);
    const flushed = documents.flush();
    await until('the write is under way', () => store.begun() === 1);
    documents.changed(2, [put(2)]);
    store.letGo(new Error('the store is away'));
    await until('it is tried again', () => store.begun() === 2);
    expect(await checkpoint()).toBeUndefined();
    store.letGo();
    await flushed;
    expect([...(await documentsOf(documents.models)).values()]).toMatchObject([{ doc: { n: 2 } }]);
    expect(await checkpoint()).toBe(2);
  });

  it('what is there already when it is written as new is replaced', async () => {
    documents.changed(1, [put(1)]);
    await documents.flush();
    documents.changed(2, [{ kind: 'counter', id: 'c', before: undefined, doc: { ...counter(1), n: 7 } }]);
    await documents.flush();
    expect([...(await documentsOf(documents.models)).values()]).toMatchObject([{ doc: { n: 7 } }]);
  });

  it('nobody who asks for them waits out the pause, and without being asked for they are written all the same', async () => {
    documents.changed(1, [put(1)]);
    expect(documents.behind()).toBe(1);
    await until('they are written', () => documents.behind() === 0);
    documents.changed(2, [put(2)]);
    await Promise.all([documents.flush(), documents.flush()]);
    expect(documents.behind()).toBe(0);
  });

  it('closing writes what is left', async () => {
    documents.changed(1, [put(1)]);
    await documents.close();
    expect([...(await documentsOf(documents.models)).values()]).toHaveLength(1);
  });

  it('whoever can wait only so long for them waits no longer', async () => {
    const store = heldBack();
    documents.changed(1, [put(1)]);
    await documents.settle(1);
    expect([...(await documentsOf(documents.models)).values()]).toEqual([]);
    store.letGo();
    await documents.settle(60_000);
    expect([...(await documentsOf(documents.models)).values()]).toHaveLength(1);
  });
});
