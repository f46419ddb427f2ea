import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isOrderType, ORDERS } from '#shared/catalogue.ts';
import { ROLES } from '#shared/seat.ts';
import { LiveWorld } from '#shared/world.ts';
import { openDocuments } from '#server/documents/documents.ts';
import { rebuildDocuments } from '#server/documents/rebuild.ts';
import { systemClock } from '#server/ports.ts';
import type { Store } from '#server/store/store.ts';
import { documentsOf, storedOf } from '#test/support/documents-of.ts';
import { activeOf, contentOf, foldJournal } from '#test/support/fold-journal.ts';
import { enrolTeams } from '#test/support/dispatch-cases.ts';
import { inOrder } from '#test/support/model-client.ts';
import { giverOf, ORDER_CASES } from '#test/support/order-cases.ts';
import { TEAM, WATER, ZHANGGONG } from '#test/support/seats.ts';
import { testApp, type TestApp, type TestUser } from '#test/support/test-app.ts';
import type { TestClient } from '#test/support/test-client.ts';
import { databaseOf, journalOf, testCore } from '#test/support/test-core.ts';
import { until } from '#test/support/until.ts';
import { testStore } from '#test/support/test-store.ts';

let store: Store;
let app: TestApp;
const desks: { user: TestUser; client: TestClient }[] = [];
let barriers = 0;

beforeAll(async () => {
  store = await testStore();
  app = await testApp({ store: databaseOf(store, 'parity') });
  await app.order(app.admin, 'organisation.add', { organisationId: WATER, kind: 'department', name: '水利局', parent: '360700', lines: ['N01', 'N02'] });
  await app.order(app.admin, 'organisation.add', { organisationId: TEAM, kind: 'team', name: '蓝天', parent: '360700' });
  await enrolTeams(giverOf(app.core.orders.submit, app.core.ids.next));
  for (const role of ROLES) await sitDown(await app.addUser(role));
  await sitDown(await app.addUser('county-duty', ZHANGGONG));
  await sitDown(app.admin);
});
afterAll(async () => {
  await app.close();
  await store.close();
});

async function sitDown(user: TestUser): Promise<void> {
  desks.push({ user, client: await app.connect(user, { since: 0 }) });
}

/** A change that everybody may see: who has its frame has every frame before it. */
async function everybodyIsCurrent(): Promise<void> {
  // What is due at once is ordered at once: it must have come before what everybody waits for.
  await until('what is due has been ordered', () => app.core.clockwork.overdue() === 0);
  barriers += 1;
  const answer = await app.order(app.admin, 'organisation.add', { organisationId: `barrier-${barriers}`, kind: 'team', name: '…' });
  if (!answer.ok) throw new Error(answer.message);
  for (const { client } of desks) await client.reached(answer.seq);
}

const TYPES = Object.keys(ORDERS).filter(isOrderType);
const domainOf = (type: string): string => type.slice(0, type.indexOf('.'));

/** Each order has its scene; what costs a whole journal is compared once a domain. */
describe.each([...new Set(TYPES.map(domainOf))])('after every order about %s', (domain) => {
  beforeAll(async () => {
    for (const type of TYPES.filter((one) => domainOf(one) === domain)) {
      const before = app.core.world.seq;
      await ORDER_CASES[type](giverOf(app.core.orders.submit, app.core.ids.next), app.core.world);
      const given = (await journalOf(app.core, before)).map(({ order }) => order.type);
      expect(given, 'the scene gives the order that it is about').toContain(type);
    }
    await everybodyIsCurrent();
  });

  it('the world is the fold of the journal', async () => {
    expect(contentOf(app.core.world)).toEqual(activeOf(foldJournal(await journalOf(app.core))));
    expect(await app.core.journal.verify()).toEqual({ ok: true, seq: app.core.world.seq });
  });

  it('the collections are the fold of the journal, what has left the world included', async () => {
    await app.core.documents.flush();
    expect(await documentsOf(app.core.documents.models)).toEqual(foldJournal(await journalOf(app.core)));
  });

  it('what is searched by is kept with the document as it is now', async () => {
    await app.core.documents.flush();
    const stored = await app.core.documents.models.incident.find().sort({ _id: 1 }).lean();
    const folded = [...foldJournal(await journalOf(app.core)).values()].filter(({ kind }) => kind === 'incident');
    expect(stored).toEqual(folded.map(storedOf).sort((a, b) => (a._id < b._id ? -1 : 1)));
  });

  it('every desk shows just what a snapshot for its seat shows', async () => {
    for (const { user, client } of desks) {
      const snapshot = await app.snapshot(user);
      expect(client.model.docs(), user.username).toEqual(inOrder(snapshot.docs));
    }
  });

  it('a restart finds the same world', async () => {
    await app.core.documents.flush();
    const again = await testCore({ store: databaseOf(store, 'parity') });
    expect(contentOf(again.core.world)).toEqual(contentOf(app.core.world));
    expect(again.core.world.seq).toBe(app.core.world.seq);
    await again.close();
  });

  it('a rebuild makes the same documents and the same world', async () => {
    await app.core.documents.flush();
    const before = await documentsOf(app.core.documents.models);
    const { connection } = databaseOf(store, 'parity');
    const documents = openDocuments(connection, systemClock, app.core.log);
    const world = new LiveWorld();
    const { commits } = await rebuildDocuments(documents, app.core.journal, world);
    await documents.close();
    expect(commits).toBe(app.core.world.seq);
    expect(await documentsOf(app.core.documents.models)).toEqual(before);
    expect(contentOf(world)).toEqual(contentOf(app.core.world));
  });
});
