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
  const write = collection.bulkWrite.bind(collection);
  const waiting: { go: () => void; fail: (error: Error) => void }[] = [];
  let held = true;
  let begun = 0;
  collection.bulkWrite = (async (...args: Parameters<typeof write>) => {
    begun += 1;
    if (held) await new Promise<void>((go, fail) => waiting.push({ go, fail }));
    return write(...args);
  }) as typeof collection.bulkWrite;
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
    await until('the write is under way', () => store.begun() === 1);
    expect(await documents.find('counter', 'c')).toEqual(counter(1));
    store.letGo();
    await documents.flush();
  });

  it('a write that fails is tried again with what has changed meanwhile, and the checkpoint waits for it', async () => {
    const store = heldBack();
    documents.changed(1, [put(1)]);
    await until('the write is under way', () => store.begun() === 1);
    documents.changed(2, [put(2)]);
    store.letGo(new Error('the store is away'));
    await until('it is tried again', () => store.begun() === 2);
    expect(await checkpoint()).toBeUndefined();
    store.letGo();
    await documents.flush();
    expect([...(await documentsOf(documents.models)).values()]).toMatchObject([{ doc: { n: 2 } }]);
    expect(await checkpoint()).toBe(2);
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
