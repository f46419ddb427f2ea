import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Commit } from '#shared/commit.ts';
import type { Answer } from '#shared/order.ts';
import { LiveWorld } from '#shared/world.ts';
import { commitModel } from '#server/journal/commit-model.ts';
import { LostRace, openJournal, type Journal } from '#server/journal/journal.ts';
import { silentLog, systemClock } from '#server/ports.ts';
import { ensureIndexes } from '#server/store/indexes.ts';
import type { Store } from '#server/store/store.ts';
import { activeOf, contentOf, foldJournal } from '#test/support/fold-journal.ts';
import { randomOrder, type RandomOrder } from '#test/support/random-orders.ts';
import { cityDuty, cityLeader, yuduDuty } from '#test/support/seats.ts';
import { seeded, seedsOf, type Seeded } from '#test/support/seeded.ts';
import { databaseOf } from '#test/support/test-core.ts';
import { testStore } from '#test/support/test-store.ts';
import { openOrders } from './orders.ts';

const SEATS = [yuduDuty, cityDuty, cityLeader];

let store: Store;
beforeAll(async () => {
  store = await testStore();
});
afterAll(() => store.close());

class LineBroke extends Error {}

/** A journal on a bad line: a write may not arrive, arrive in part, arrive without an answer, or arrive after it was given up. */
function onBadLine(journal: Journal, chance: Seeded): Journal & { mend: () => Promise<void> } {
  let mended = false;
  let late: (() => Promise<void>)[] = [];
  const arriveLate = async (): Promise<void> => {
    for (const write of late.splice(0)) await write().catch((error: unknown) => expect(error).toBeInstanceOf(LostRace));
  };
  const broke = (): boolean => !mended && chance.chance(0.12);
  return {
    ...journal,
    async append(commits: readonly Commit[]) {
      const write = (count: number) => journal.append(commits.slice(0, count));
      if (mended || chance.chance(0.5)) {
        // What was given up before comes just now, or while this one is under way.
        const before = late.length > 0 && chance.chance(0.5) ? arriveLate() : undefined;
        if (chance.chance(0.5)) await before;
        try {
          return await write(commits.length);
        } finally {
          await before;
        }
      }
      const n = chance.below(4);
      if (n === 0) late.push(() => write(1 + chance.below(commits.length)));
      if (n === 1) await write(commits.length);
      if (n === 2 && commits.length > 1) await write(1 + chance.below(commits.length - 1));
      throw new LineBroke('no answer came');
    },
    async *stream(seq: number) {
      if (broke()) throw new LineBroke('no answer came');
      yield* journal.stream(seq);
    },
    async byOrder(id: string) {
      if (broke()) throw new LineBroke('no answer came');
      return journal.byOrder(id);
    },
    async mend() {
      mended = true;
      await arriveLate();
    },
  };
}

it.each(seedsOf([], 25))('whatever becomes of the writes, no order is answered that is not recorded, and none takes effect twice (seed %i)', async (seed) => {
  const chance = seeded(seed);
  const { connection } = databaseOf(store, `bad-line-${seed}`);
  const model = commitModel(connection);
  await ensureIndexes(connection, [model]);
  const sound = openJournal(model);
  const journal = onBadLine(sound, chance);
  const world = new LiveWorld();
  const told: number[] = [];
  const orders = openOrders({
    ...{ world, journal, head: await sound.head(), clock: systemClock, log: silentLog },
    find: () => Promise.resolve(null),
    vault: {
      keep: () => Promise.reject(new Error('nothing personal is ordered here')),
      open: async () => undefined,
      forget: async () => undefined,
      destroy: () => Promise.resolve(),
      personKey: () => '',
    },
    mayWrite: () => undefined,
    failed: () => undefined,
    committed: ({ seq }) => void told.push(seq),
  });

  const incidents: string[] = [];
  const given: { order: RandomOrder; seat: (typeof SEATS)[number] }[] = [];
  const answers: Answer[] = [];
  const refused = new Set<string>();
  const unanswered = new Set<(typeof given)[number]>();
  const send = async (one: (typeof given)[number]): Promise<void> => {
    const answer = await orders.submit(one.order, one.seat);
    answers.push(answer);
    if (!answer.ok && answer.code === 'store-unavailable') return void unanswered.add(one);
    unanswered.delete(one);
    if (!answer.ok) refused.add(one.order.id);
  };
  for (let round = 0; round < 12; round += 1) {
    const fresh = Array.from({ length: 1 + chance.below(8) }, () => ({ order: randomOrder(chance, incidents.slice(-4)), seat: chance.pick(SEATS) }));
    incidents.push(...fresh.filter(({ order }) => order.type === 'incident.log').map(({ order }) => order.id));
    given.push(...fresh);
    // New ones, some twice, and some of those that have no answer yet.
    await Promise.all([...fresh, ...fresh.filter(() => chance.chance(0.2)), ...[...unanswered].filter(() => chance.chance(0.5))].map(send));
  }
  await journal.mend();
  await Promise.all([...unanswered].map(send));
  await orders.idle();

  const commits = await sound.after(0, 10_000);
  const places = new Map(commits.map(({ seq, order }) => [order.id, seq]));
  expect(unanswered.size).toBe(0);
  expect(answers.filter((answer) => answer.ok && places.get(answer.id) !== answer.seq)).toEqual([]);
  expect([...refused].filter((id) => places.has(id))).toEqual([]);
  expect(places.size).toBe(commits.length);
  expect(await sound.verify()).toEqual({ ok: true, seq: commits.length });
  // An order that takes nothing makes sure that what came last has been read.
  await orders.submit({ id: chance.uuid(), type: 'incident.log', payload: randomOrder(chance, []).payload }, cityDuty);
  const all = await sound.after(0, 10_000);
  expect(contentOf(world)).toEqual(activeOf(foldJournal(all)));
  expect(told).toEqual(all.map((_, i) => i + 1));
});
