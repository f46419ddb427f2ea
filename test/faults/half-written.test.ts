import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Commit } from '#shared/commit.ts';
import { KINDS } from '#server/documents/models.ts';
import type { Store } from '#server/store/store.ts';
import { documentsOf, storedOf } from '#test/support/documents-of.ts';
import { activeOf, contentOf, foldJournal, type Folded } from '#test/support/fold-journal.ts';
import { randomOrder } from '#test/support/random-orders.ts';
import { administrator, cityDuty, cityLeader, seatAt, SYSTEM_SEAT, yuduDuty, yuduLeader, zhanggongDuty } from '#test/support/seats.ts';
import { seeded, seedsOf, type Seeded } from '#test/support/seeded.ts';
import { databaseOf, journalOf, testCore, type TestCore } from '#test/support/test-core.ts';
import { testStore } from '#test/support/test-store.ts';

const SEATS = [yuduDuty, zhanggongDuty, cityDuty, yuduLeader, cityLeader, seatAt('department'), administrator];
const ROUNDS = 14;
const AT_ONCE = 4;

let store: Store;
beforeAll(async () => {
  store = await testStore();
});
afterAll(() => store.close());

it.each(seedsOf([17, 60], 16))('a crash in the middle of writing documents loses none of them (seed %i)', async (seed) => {
  const chance = seeded(seed);
  const database = `half-written-${seed}`;
  const before = await testCore({ store: databaseOf(store, database) });
  await busyNight(before, chance);
  const commits = await journalOf(before.core);
  await before.close();

  await tear(database, commits, chance);
  const after = await testCore({ store: databaseOf(store, database) });
  const whole = foldJournal(commits);
  expect(contentOf(after.core.world)).toEqual(activeOf(whole));
  await after.core.documents.flush();
  expect(await documentsOf(after.core.documents.models)).toEqual(whole);
  // And it goes on from there, also about what had left the world.
  await busyNight(after, chance);
  expect(contentOf(after.core.world)).toEqual(activeOf(foldJournal(await journalOf(after.core))));
  expect(await after.core.journal.verify()).toEqual({ ok: true, seq: after.core.world.seq });
  await after.close();
});

async function busyNight({ core }: TestCore, chance: Seeded): Promise<void> {
  const incidents = (await core.documents.models.incident.find({}, { _id: 1 }).lean()).map(({ _id }) => _id).sort();
  for (let round = 0; round < ROUNDS; round += 1) {
    const orders = Array.from({ length: AT_ONCE }, () => randomOrder(chance, incidents.slice(-4)));
    const [closed] = chance.shuffled([...core.world.all('incident')].filter(({ status }) => status === 'closed'));
    const archive =
      closed && chance.chance(0.4) && core.orders.submit({ id: chance.uuid(), type: 'incident.archive', payload: { incidentId: closed.id } }, SYSTEM_SEAT);
    const answers = await Promise.all(orders.map((order) => core.orders.submit(order, chance.pick(SEATS))));
    await archive;
    for (const [i, { id, type }] of orders.entries()) if (type === 'incident.log' && answers[i]?.ok) incidents.push(id);
  }
}

/** Each document as it was after some commit since the checkpoint: what a write that was cut short may leave. */
async function tear(database: string, commits: readonly Commit[], chance: Seeded): Promise<void> {
  const head = commits.length;
  const checkpoint = chance.chance(0.2) ? 0 : chance.below(head + 1);
  const states = Array.from({ length: head + 1 }, (_, seq) => (seq < checkpoint ? new Map<string, Folded>() : foldJournal(commits.slice(0, seq))));
  const { connection } = databaseOf(store, database);
  for (const kind of KINDS) {
    const torn = [...(states[head]?.entries() ?? [])]
      .filter(([, folded]) => folded.kind === kind)
      .flatMap(([key]) => states[checkpoint + chance.below(head - checkpoint + 1)]?.get(key) ?? []);
    const collection = connection.collection(`${kind}s`);
    await collection.deleteMany({});
    if (torn.length > 0) await collection.insertMany(torn.map(storedOf) as never[]);
  }
  await connection.collection('checkpoint').deleteMany({});
  if (checkpoint > 0) await connection.collection('checkpoint').insertOne({ _id: 'documents', seq: checkpoint, kinds: KINDS } as never);
}
