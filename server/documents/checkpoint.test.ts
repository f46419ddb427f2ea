import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Core } from '#server/core.ts';
import type { Store } from '#server/store/store.ts';
import { documentsOf } from '#test/support/documents-of.ts';
import { foldJournal, type Folded } from '#test/support/fold-journal.ts';
import { aFlood } from '#test/support/payloads.ts';
import { SYSTEM_SEAT, yuduDuty, yuduLeader } from '#test/support/seats.ts';
import { databaseOf, journalOf, testCore, type TestCore } from '#test/support/test-core.ts';
import { testStore } from '#test/support/test-store.ts';
import { KINDS } from './models.ts';

let store: Store;
let running: TestCore;
let count = 0;
let told: string[] = [];

beforeAll(async () => {
  store = await testStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  count += 1;
  const core = await start();
  const give = async (seat: typeof yuduDuty, type: string, payload: object): Promise<void> => {
    const answer = await core.orders.submit({ id: core.ids.next(), type, payload }, seat);
    if (!answer.ok) throw new Error(answer.message);
  };
  const incidentId = core.ids.next();
  await core.orders.submit({ id: incidentId, type: 'incident.log', payload: aFlood() }, yuduDuty);
  await give(yuduDuty, 'report.phone', { incidentId, spokenTo: '市政府总值班室', text: '首报' });
  await give(yuduLeader, 'incident.close', { incidentId, reason: '险情排除', override: '报送另行办理' });
  await give(SYSTEM_SEAT, 'incident.archive', { incidentId });
  await give(yuduDuty, 'incident.log', aFlood());
  await running.close();
});

const connection = () => databaseOf(store, `checkpoint-${count}`).connection;
const checkpoint = () => connection().collection('checkpoint').findOne();

async function start(): Promise<Core> {
  told = [];
  const log = { debug: () => {}, info: (_: object, said: string) => told.push(said), warn: () => {}, error: () => {} };
  running = await testCore({ store: databaseOf(store, `checkpoint-${count}`), ports: { log: log as never } });
  return running.core;
}

/** Everything is there, as the journal tells it, and what is active is in the World. */
async function expectWhole(core: Core): Promise<void> {
  await core.documents.flush();
  const folded: Map<string, Folded> = foldJournal(await journalOf(core));
  expect(await documentsOf(core.documents.models)).toEqual(folded);
  expect(core.world.size('report')).toBe([...folded.values()].filter(({ kind, active }) => kind === 'report' && active).length);
  expect((await checkpoint())?.['kinds']).toEqual(KINDS);
}

const MADE_AGAIN = /made again/;

it('a store that was kept by this version is loaded as it is', async () => {
  const core = await start();
  expect(told.some((said) => MADE_AGAIN.test(said))).toBe(false);
  await expectWhole(core);
  await running.close();
});

it('a version that keeps a kind that the last did not makes its documents from the journal that was there all along', async () => {
  // As a version without reports leaves it: their events are in the journal, there is nothing in the collections.
  await connection().collection('reports').deleteMany({});
  await connection()
    .collection('checkpoint')
    .updateOne({}, { $set: { kinds: KINDS.filter((kind) => kind !== 'report') } });
  const core = await start();
  expect(told.some((said) => MADE_AGAIN.test(said))).toBe(true);
  await expectWhole(core);
  expect(await connection().collection('reports').countDocuments()).toBe(1);
  await running.close();
});

it('a store of before kinds were noted is made again once', async () => {
  await connection()
    .collection('checkpoint')
    .updateOne({}, { $unset: { kinds: '' } });
  await expectWhole(await start());
  await running.close();
  await expectWhole(await start());
  expect(told.some((said) => MADE_AGAIN.test(said))).toBe(false);
  await running.close();
});

it('cut short while it is emptied, it is emptied again at the next start', async () => {
  await connection()
    .collection('checkpoint')
    .updateOne({}, { $set: { seq: 0, kinds: [] } });
  await connection().collection('incidents').deleteMany({});
  await expectWhole(await start());
  await running.close();
});
