import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '#server/store/store.ts';
import { activeOf, contentOf, foldJournal } from '#test/support/fold-journal.ts';
import { inOrder } from '#test/support/model-client.ts';
import { randomOrder } from '#test/support/random-orders.ts';
import { RestlessClient } from '#test/support/restless-client.ts';
import { seeded, seedsOf, type Seeded } from '#test/support/seeded.ts';
import { SYSTEM_SEAT, TEAM, WATER, ZHANGGONG } from '#test/support/seats.ts';
import { testApp, type TestApp, type TestUser } from '#test/support/test-app.ts';
import { databaseOf, journalOf } from '#test/support/test-core.ts';
import { testStore } from '#test/support/test-store.ts';

const STEPS = 90;
const ENV = { FRAME_INTERVAL_MS: '2' };

let store: Store;
let barriers = 0;
beforeAll(async () => {
  store = await testStore();
});
afterAll(() => store.close());

async function usersOf(app: TestApp): Promise<TestUser[]> {
  await app.order(app.admin, 'organisation.add', { organisationId: WATER, kind: 'department', name: '水利局', parent: '360700', lines: ['N01', 'N02'] });
  await app.order(app.admin, 'organisation.add', { organisationId: TEAM, kind: 'team', name: '蓝天', parent: '360700' });
  const users: TestUser[] = [];
  for (const role of [
    'village-reporter',
    'township-duty',
    'county-duty',
    'county-leader',
    'city-duty',
    'city-leader',
    'department',
    'team',
    'neighbour',
  ] as const)
    users.push(await app.addUser(role));
  users.push(await app.addUser('county-duty', ZHANGGONG));
  return users;
}

/** An order whose frame everybody gets: who has it has every frame before it. */
async function barrier(app: TestApp): Promise<number> {
  barriers += 1;
  const answer = await app.order(app.admin, 'organisation.add', { organisationId: `barrier-${barriers}`, kind: 'team', name: '…' });
  if (!answer.ok) throw new Error(answer.message);
  return answer.seq;
}

async function converged(app: TestApp, clients: readonly RestlessClient[]): Promise<void> {
  const seq = await barrier(app);
  for (const client of clients) {
    await client.connect();
    await client.reached(seq);
    expect(client.model.docs(), client.user.username).toEqual(inOrder((await app.snapshot(client.user)).docs));
  }
}

/** Of each order, however often it was sent: one commit or none, and one answer. */
async function tookEffectOnce(app: TestApp, clients: readonly RestlessClient[]): Promise<void> {
  const commits = await journalOf(app.core);
  const taken = new Set(commits.map(({ order }) => order.id));
  expect(taken.size).toBe(commits.length);
  for (const [id, answers] of clients.flatMap((client) => [...client.answers])) {
    const applied = answers.filter(({ ok }) => ok);
    expect(new Set(applied.map((answer) => JSON.stringify(answer))).size).toBeLessThanOrEqual(1);
    expect(taken.has(id)).toBe(applied.length > 0);
  }
}

/** Closed incidents leave the world and the screens; late news brings them back. */
async function archiveSome({ core }: TestApp, chance: Seeded): Promise<void> {
  const closed = [...core.world.all('incident')].filter(({ status }) => status === 'closed');
  for (const { id } of chance.shuffled(closed).slice(0, 2))
    await core.orders.submit({ id: chance.uuid(), type: 'incident.archive', payload: { incidentId: id } }, SYSTEM_SEAT);
}

async function restless(clients: readonly RestlessClient[], chance: Seeded, archiving?: TestApp): Promise<void> {
  const incidents: string[] = [];
  for (let step = 0; step < STEPS; step += 1) {
    const client = chance.pick(clients);
    const n = chance.below(20);
    if (n < 3) client.cut();
    else if (n < 4) client.reload();
    else if (n < 9) await client.connect();
    else if (n < 10 && archiving) await archiveSome(archiving, chance);
    else {
      const order = randomOrder(chance, incidents.slice(-5));
      if (order.type === 'incident.log') incidents.push(order.id);
      client.order(order);
    }
  }
}

describe('whatever happens to their lines', () => {
  let app: TestApp;
  let users: TestUser[];
  beforeAll(async () => {
    app = await testApp({ store: databaseOf(store, 'one'), env: ENV });
    users = await usersOf(app);
  });
  afterAll(() => app.close());

  it.each(seedsOf([], 30))('clients show what their seats may see, and each order has taken effect once (seed %i)', async (seed) => {
    const chance = seeded(seed);
    // Several clients of one user, as with two tabs.
    const clients = [...users, ...users.slice(0, 3)].map((user) => new RestlessClient(app, user, chance));
    await restless(clients, chance, app);
    if (chance.chance(0.15)) {
      await app.close();
      app = await testApp({ store: databaseOf(store, 'one'), env: ENV });
      for (const client of clients) client.moveTo(app);
      await restless(clients, chance, app);
    }
    for (const client of clients) await client.settle();
    await converged(app, clients);
    await tookEffectOnce(app, clients);
    for (const client of clients) client.cut();
  });

  it('and the world is still the fold of its journal', async () => {
    expect(contentOf(app.core.world)).toEqual(activeOf(foldJournal(await journalOf(app.core))));
    expect(await app.core.journal.verify()).toEqual({ ok: true, seq: app.core.world.seq });
  });
});

describe('two servers on one journal that both take orders', () => {
  it.each(seedsOf([], 4))('break neither seq nor chain, and each order takes effect once (seed %i)', async (seed) => {
    const chance = seeded(1000 + seed);
    const name = `two-${seed}`;
    const first = await testApp({ store: databaseOf(store, name), env: ENV });
    const users = await usersOf(first);
    const second = await testApp({ store: databaseOf(store, name), env: ENV });
    const here = users.map((user) => new RestlessClient(first, user, chance));
    const there = users.map((user) => new RestlessClient(second, user, chance));
    await Promise.all([restless(here, chance), restless(there, chance)]);
    // The same orders by both, as from a client that was moved to the other server.
    for (let i = 0; i < 20; i += 1) {
      const order = randomOrder(chance, []);
      const user = chance.below(users.length);
      here[user]?.order(order);
      there[user]?.order(order);
    }
    for (const client of [...here, ...there]) await client.settle();
    await converged(first, here);
    await converged(second, there);
    await tookEffectOnce(second, [...here, ...there]);
    const commits = await journalOf(second.core);
    expect(await second.core.journal.verify()).toEqual({ ok: true, seq: commits.length });
    for (const { core } of [first, second]) expect(contentOf(core.world)).toEqual(activeOf(foldJournal(commits.slice(0, core.world.seq))));
    await first.close();
    await second.close();
  });
});
