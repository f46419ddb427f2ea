import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Commit } from '#shared/commit.ts';
import type { Snapshot } from '#shared/feed.ts';
import type { Answer } from '#shared/order.ts';
import { systemIds } from '#server/ports.ts';
import { activeOf, foldJournal } from '#test/support/fold-journal.ts';
import { aFlood } from '#test/support/payloads.ts';
import { CITY } from '#test/support/seats.ts';
import { seeded } from '#test/support/seeded.ts';
import { NPM_START, startServer, type ServerProcess } from '#test/support/server-process.ts';

const ROUNDS = 6;
const WRITERS = 8;

let dataDir: string;
let server: ServerProcess;
let duty: string;
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'fenghuo-killed-'));
  server = await startServer(dataDir);
  duty = await server.addUser(await server.signIn('admin'), 'city-duty', CITY);
});
afterAll(async () => {
  await server.kill('SIGKILL');
  // The engine takes a moment to notice that its server is gone.
  await rm(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
});

interface Given {
  id: string;
  type: string;
  payload: object;
}

/** Gives orders one after another until the line breaks; the last one may or may not have been taken. */
async function write(answered: Map<string, Answer>, unknown: Given[]): Promise<void> {
  let incidentId: string | undefined;
  for (;;) {
    const order: Given =
      incidentId === undefined
        ? { id: systemIds.next(), type: 'incident.log', payload: aFlood() }
        : { id: systemIds.next(), type: 'incident.note', payload: { incidentId, text: '…' } };
    incidentId = incidentId === undefined ? order.id : undefined;
    const reply = await server.call<Answer>(duty, 'POST', '/orders', order);
    if (!reply) return void unknown.push(order);
    answered.set(order.id, reply.body);
  }
}

async function journal(auditor: string): Promise<Commit[]> {
  const commits: Commit[] = [];
  for (;;) {
    const page = await server.call<{ commits: Commit[] }>(auditor, 'GET', `/journal?limit=1000&after=${commits.length}`);
    if (!page || page.body.commits.length === 0) return commits;
    commits.push(...page.body.commits);
  }
}

it('no order that was answered is lost when the server is killed under load, and none takes effect twice', async () => {
  const chance = seeded(7);
  const answered = new Map<string, Answer>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const unknown: Given[] = [];
    const writers = Array.from({ length: WRITERS }, () => write(answered, unknown));
    await sleep(100 + chance.below(400));
    await server.kill('SIGKILL');
    await Promise.all(writers);
    server = await startServer(dataDir);
    // As a client does: what has no answer is sent again with its id.
    for (const order of unknown) {
      const reply = await server.call<Answer>(duty, 'POST', '/orders', order);
      expect(reply).toMatchObject({ status: 200, body: { ok: true, id: order.id } });
      if (reply) answered.set(order.id, reply.body);
    }
  }
  expect(answered.size).toBeGreaterThan(100);
  expect([...answered.values()].filter(({ ok }) => !ok)).toEqual([]);

  const auditor = await server.addUser(await server.signIn('admin'), 'auditor', CITY);
  const commits = await journal(auditor);
  expect(commits.map(({ seq }) => seq)).toEqual(commits.map((_, i) => i + 1));
  expect((await server.call(auditor, 'GET', '/journal/verify'))?.body).toEqual({ ok: true, seq: commits.length });
  const places = new Map(commits.map(({ seq, order }) => [order.id, seq]));
  expect(places.size).toBe(commits.length);
  expect([...answered.values()].filter((answer) => answer.ok && places.get(answer.id) !== answer.seq)).toEqual([]);

  const snapshot = await server.call<Snapshot>(duty, 'GET', '/snapshot');
  const active = activeOf(foldJournal(commits));
  const shown = Object.fromEntries((snapshot?.body.docs ?? []).map(({ kind, id, doc }) => [`${kind}/${id}`, doc]));
  // What nobody reads is in no snapshot.
  expect(shown).toEqual(Object.fromEntries(Object.entries(active).filter(([, { readers }]) => readers.length > 0)));
}, 120_000);

it('asked to stop, it ends by itself, and what it was asked to do is done', async () => {
  const order = { id: systemIds.next(), type: 'incident.log', payload: aFlood() };
  const reply = server.call<Answer>(duty, 'POST', '/orders', order);
  const [answer] = await Promise.all([reply, reply.then(() => server.kill('SIGTERM')).then((code) => expect(code).toBe(0))]);
  // The built server, as it is run in earnest: nothing of it stays behind either.
  server = await startServer(dataDir, NPM_START);
  expect((await server.call(duty, 'GET', `/orders/${order.id}`))?.body).toMatchObject({ status: 'applied', ...answer?.body });
  expect(await server.kill('SIGTERM')).toBe(0);
  await expect(fetch(`${server.url}/healthz`)).rejects.toThrow(TypeError);
  server = await startServer(dataDir);
});
