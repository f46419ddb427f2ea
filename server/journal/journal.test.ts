import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Commit } from '#shared/commit.ts';
import { ensureIndexes } from '#server/store/indexes.ts';
import type { Store } from '#server/store/store.ts';
import { sealed } from '#test/support/sealed.ts';
import { databaseOf } from '#test/support/test-core.ts';
import { testStore } from '#test/support/test-store.ts';
import { GENESIS } from './chain.ts';
import { commitModel, type StoredCommit } from './commit-model.ts';
import { journalIdentity } from './identity.ts';
import { LostRace, openJournal, type Journal } from './journal.ts';

let store: Store;
let journal: Journal;
let model: ReturnType<typeof commitModel>;
let count = 0;

beforeAll(async () => {
  store = await testStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  count += 1;
  model = commitModel(databaseOf(store, `journal-${count}`).connection);
  await ensureIndexes(databaseOf(store, `journal-${count}`).connection, [model]);
  journal = openJournal(model);
});

/** As nobody should be able to, past the journal. */
const tamper = (seq: number, change: Partial<StoredCommit>) => model.collection.updateOne({ _id: seq as never }, { $set: change });

describe('the journal', () => {
  it('begins with nothing', async () => {
    expect(await journal.head()).toEqual({ seq: 0, hash: GENESIS });
    expect(await journal.verify()).toEqual({ ok: true, seq: 0 });
  });

  it('gives back what it was given, in order and a page at a time', async () => {
    const chain = sealed(2500);
    await journal.append(chain);
    expect(await journal.after(2498, 10)).toEqual(chain.slice(2498));
    const streamed: Commit[] = [];
    for await (const commit of journal.stream(100)) streamed.push(commit);
    expect(streamed).toEqual(chain.slice(100));
    expect(await journal.verify()).toEqual({ ok: true, seq: 2500 });
    expect(await journal.head()).toEqual({ seq: 2500, hash: chain.at(-1)?.hash });
  });

  it('finds a commit by its order, and those of a document and of no other', async () => {
    const [a] = sealed(1, undefined, { streams: ['incident/a@1', 'note/a.1@1'] });
    if (!a) throw new Error('no commit was made');
    const [b] = sealed(1, a, { streams: ['incident/a@2'] });
    if (!b) throw new Error('no commit was made');
    const [c] = sealed(1, b, { streams: ['incident/ab@1', 'incident/a@2r'] });
    if (!c) throw new Error('no commit was made');
    await journal.append([a, b, c]);
    expect(await journal.byOrder('order-2')).toEqual(b);
    expect(await journal.byOrder('order-9')).toBeNull();
    expect((await journal.ofDocument('incident/a')).map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect((await journal.ofDocument('incident/ab')).map(({ seq }) => seq)).toEqual([3]);
  });

  it('has a name of its own, given once', async () => {
    const { connection } = databaseOf(store, `journal-${count}`);
    const now = new Date();
    expect(await journalIdentity(connection, 'first', now)).toBe('first');
    expect(await journalIdentity(connection, 'second', now)).toBe('first');
  });
});

describe('a race', () => {
  it('is lost by a seq, an order or a revision that is taken', async () => {
    const [first] = sealed(1, undefined, { streams: ['incident/a@1'] });
    if (!first) throw new Error('no commit was made');
    await journal.append([first]);
    await expect(journal.append([{ ...first, order: { ...first.order, id: 'x' }, streams: ['x@1'] }])).rejects.toBeInstanceOf(LostRace);
    await expect(journal.append([{ ...first, seq: 2, streams: ['x@1'] }])).rejects.toBeInstanceOf(LostRace);
    await expect(journal.append([{ ...first, seq: 2, order: { ...first.order, id: 'x' } }])).rejects.toBeInstanceOf(LostRace);
    expect(await journal.head()).toMatchObject({ seq: 1 });
  });

  it('leaves what came before in the batch, and nothing after: no seq is left out', async () => {
    const chain = sealed(5);
    const [, , third] = chain;
    if (!third) throw new Error('no commit was made');
    await journal.append([{ ...third, seq: 99, streams: ['x@1'] }]);
    await expect(journal.append(chain)).rejects.toBeInstanceOf(LostRace);
    expect((await journal.after(0, 10)).map(({ seq }) => seq)).toEqual([1, 2, 99]);
  });
});

describe('the chain', () => {
  beforeEach(() => journal.append(sealed(8)));

  it('names the first commit that was changed, whatever of it was changed', async () => {
    const [kept] = await journal.after(3, 1);
    if (!kept) throw new Error('the fourth commit is gone');
    const changes: Partial<StoredCommit>[] = [
      { at: '2026-06-01T02:00:00.001Z' },
      { actor: { ...kept.actor, id: 'nobody' } },
      { events: [{ type: 'seat.revoked', userId: 'u', reason: 'enabled' }] },
      { refs: {} },
      { streams: ['order/other@1'] },
      { order: { ...kept.order, digest: 'e' } },
      { prev: GENESIS },
      { hash: GENESIS },
    ];
    for (const change of changes) {
      await tamper(4, change);
      expect(await journal.verify(), JSON.stringify(change)).toEqual({ ok: false, seq: 3, firstBad: 4 });
      const { seq: _seq, ...rest } = kept;
      await tamper(4, rest);
      expect(await journal.verify()).toEqual({ ok: true, seq: 8 });
    }
  });

  it('names a commit that is gone', async () => {
    await model.collection.deleteOne({ _id: 6 as never });
    expect(await journal.verify()).toEqual({ ok: false, seq: 5, firstBad: 6 });
  });

  it('names a commit that was slipped in anew, hash and all', async () => {
    const [before] = await journal.after(4, 1);
    const [forged] = sealed(1, before, { refs: { user: 'forged' }, streams: ['x@1'] });
    if (!forged) throw new Error('no commit was made');
    const { seq: _seq, ...rest } = forged;
    await tamper(6, rest);
    expect(await journal.verify()).toEqual({ ok: false, seq: 6, firstBad: 7 });
  });
});
