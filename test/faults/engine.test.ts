import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '#shared/order.ts';
import type { Store } from '#server/store/store.ts';
import { documentsOf } from '#test/support/documents-of.ts';
import { activeOf, contentOf, foldJournal } from '#test/support/fold-journal.ts';
import { inOrder } from '#test/support/model-client.ts';
import { aFlood, placeIn } from '#test/support/payloads.ts';
import { CITY } from '#test/support/seats.ts';
import { seeded } from '#test/support/seeded.ts';
import { testApp, type Reply, type TestApp, type TestUser } from '#test/support/test-app.ts';
import type { TestClient } from '#test/support/test-client.ts';
import { journalOf } from '#test/support/test-core.ts';
import { testStore } from '#test/support/test-store.ts';
import { until } from '#test/support/until.ts';

const ROUNDS = 6;
const WRITERS = 8;

let store: Store;
let app: TestApp;
let duty: TestUser;
let desk: TestClient;
let count = 0;

beforeEach(async () => {
  store = await testStore();
  app = await testApp({ store, env: { FRAME_INTERVAL_MS: '2' } });
  duty = await app.addUser('city-duty');
  desk = await app.connect(duty, { since: 0 });
});
afterEach(async () => {
  await app.close();
  await store.close();
});

function signal(name: NodeJS.Signals): void {
  const pid = store.enginePid();
  if (pid === undefined) throw new Error('no engine is running');
  process.kill(pid, name);
}
const state = (status: string): Promise<void> => until(`the store is ${status}`, () => store.state().status === status);
const log = (id = app.core.ids.next()) => ({ id, type: 'incident.log', payload: aFlood() });
const post = (order: object): Promise<Reply<Answer>> => app.call<Answer>(duty, 'POST', '/orders', order);

/** Nothing of what was answered is missing, nothing is there twice, and all who look see the same. */
async function allIsWell(answers: readonly Answer[]): Promise<void> {
  const commits = await journalOf(app.core);
  const places = new Map(commits.map(({ seq, order }) => [order.id, seq]));
  expect(commits.map(({ seq }) => seq)).toEqual(commits.map((_, i) => i + 1));
  expect(places.size).toBe(commits.length);
  expect(await app.core.journal.verify()).toEqual({ ok: true, seq: commits.length });
  expect(answers.filter((answer) => answer.ok && places.get(answer.id) !== answer.seq)).toEqual([]);
  const folded = foldJournal(commits);
  expect(contentOf(app.core.world)).toEqual(activeOf(folded));
  await app.core.documents.flush();
  expect(await documentsOf(app.core.documents.models)).toEqual(folded);
  count += 1;
  const last = await app.order(app.admin, 'organisation.add', { organisationId: `barrier-${count}`, kind: 'team', name: '…' });
  if (!last.ok) throw new Error(last.message);
  await desk.reached(last.seq);
  expect(desk.model.docs()).toEqual(inOrder((await app.snapshot(duty)).docs));
}

describe('the engine is killed under load, and the server goes on', () => {
  it('no order is answered that is not recorded, and each that was refused may be sent again', async () => {
    const chance = seeded(11);
    const answers: Answer[] = [];
    let stop = false;
    async function write(byHttp: boolean): Promise<void> {
      while (!stop) {
        const order = log();
        let answer: Answer;
        // Sent with its id until it is taken, as a client does.
        do {
          answer = byHttp ? (await post(order)).body : await desk.order('incident.log', order.payload, order.id);
          if (!answer.ok) {
            expect(answer.code).toBe('store-unavailable');
            await sleep(20);
          }
        } while (!answer.ok);
        answers.push(answer);
      }
    }
    const writers = Array.from({ length: WRITERS }, (_, i) => write(i % 2 === 0));
    for (let round = 0; round < ROUNDS; round += 1) {
      await sleep(50 + chance.below(250));
      const before = store.enginePid();
      signal('SIGKILL');
      await until('there is another engine', () => store.enginePid() !== undefined && store.enginePid() !== before);
      const goal = answers.length + 20;
      await until('orders are taken again', () => answers.length >= goal);
    }
    stop = true;
    await Promise.all(writers);
    expect(answers.length).toBeGreaterThan(100);
    await allIsWell(answers);
  }, 120_000);
});

describe('the engine stands still', () => {
  it('orders are refused at once, what is in memory is shown and said to be stale, and it goes on as soon as the engine does', async () => {
    const known = await post(log());
    signal('SIGSTOP');
    await state('away');

    const refused = await post(log());
    expect(refused).toMatchObject({ status: 503, body: { ok: false, code: 'store-unavailable' } });
    expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(await desk.order('incident.log', aFlood(), app.core.ids.next())).toMatchObject({ ok: false, code: 'store-unavailable' });
    // One that was answered before is answered again all the same.
    expect((await post({ ...log(), id: known.body.ok ? known.body.id : '' })).body).toEqual(known.body);

    const snapshot = await app.get(duty, '/snapshot');
    expect([snapshot.status, Number.isNaN(Date.parse(snapshot.headers.get('x-stale-since') ?? ''))]).toEqual([200, false]);
    const found = await app.get<{ docs: unknown[]; staleSince: string }>(duty, '/incidents');
    expect(found).toMatchObject({ status: 200, body: { docs: [{ title: aFlood().title }], staleSince: expect.stringMatching(/Z$/) } });
    expect((await app.get(duty, `/incidents/${known.body.ok ? known.body.id : ''}`)).status).toBe(200);
    expect(await app.get(duty, `/incidents/${app.core.ids.next()}`)).toMatchObject({ status: 503, body: { ok: false, code: 'store-unavailable' } });
    expect((await fetch(`${app.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
    await until('the desk is told', () => desk.heard.some(({ event, said }) => event === 'stale' && (said as { since: unknown }).since !== null));
    const late = await app.connect(duty, { since: 0 });
    expect(late.hello.staleSince).toMatch(/Z$/);
    await until('whoever comes late is shown what is in memory', () => late.model.docs().some(({ kind }) => kind === 'incident'));

    signal('SIGCONT');
    await state('ready');
    await until('the desk is told that it is over', () =>
      desk.heard.some(({ event, said }) => event === 'stale' && (said as { since: unknown }).since === null),
    );
    expect((await post(log())).status).toBe(200);
    await allIsWell([]);
  });

  it('what is in memory is searched as the collections are, page after page', async () => {
    const ids: string[] = [];
    for (const [i, title] of ['甲地滑坡', '乙地滑坡', '丙地内涝'].entries()) {
      const { body } = await post({
        ...log(),
        payload: aFlood({ title, receivedAt: `2026-05-0${i + 1}T00:00:00Z`, place: placeIn(CITY, { lng: 115 + i, lat: 25 }) }),
      });
      if (body.ok) ids.push(body.id);
    }
    interface Page {
      docs: { id: string }[];
      next?: string;
    }
    const asked = [
      'limit=2',
      `q=${encodeURIComponent('滑坡')}`,
      'from=2026-05-02T00:00:00Z',
      'to=2026-05-02T00:00:00Z',
      'near=116,25&within=1000',
      'status=open&limit=1',
    ];
    const all = async (): Promise<string[][]> => {
      const found: string[][] = [];
      for (const query of asked) {
        const pages: string[] = [];
        for (let cursor = ''; pages.length <= ids.length;) {
          const { docs, next }: Page = (await app.get<Page>(duty, `/incidents?${query}${cursor}`)).body;
          pages.push(...docs.map(({ id }) => id));
          if (next === undefined) break;
          cursor = `&cursor=${next}`;
        }
        found.push(pages);
      }
      return found;
    };
    const ready = await all();
    expect(ready.map(({ length }) => length)).toEqual([3, 2, 2, 1, 1, 3]);
    signal('SIGSTOP');
    await state('away');
    expect(await all()).toEqual(ready);
    signal('SIGCONT');
    await state('ready');
  });

  it('an order that was under way is resolved by sending it again, and takes effect once', async () => {
    const chance = seeded(5);
    const answers: Answer[] = [];
    for (let round = 0; round < 4; round += 1) {
      const orders = Array.from({ length: 12 }, () => log());
      const first = orders.map((order, i) => (i % 2 === 0 ? post(order).then(({ body }) => body) : desk.order('incident.log', order.payload, order.id)));
      // Somewhere between the first write and the last answer.
      for (let turns = chance.below(8); turns > 0; turns -= 1) await sleep(0);
      signal('SIGSTOP');
      await state('away');
      const again = await Promise.all(orders.slice(0, 3).map((order) => Promise.race([post(order), sleep(300, 'still under way')])));
      for (const reply of again) if (typeof reply !== 'string') expect(reply.body.ok || reply.body.code === 'store-unavailable').toBe(true);
      signal('SIGCONT');
      await state('ready');
      const answered = await Promise.all(first);
      const last = await Promise.all(orders.map((order) => post(order)));
      for (const [i, { body }] of last.entries()) {
        expect(body.ok).toBe(true);
        if (answered[i]?.ok) expect(body).toEqual(answered[i]);
        answers.push(body);
      }
    }
    await allIsWell(answers);
  });
});
