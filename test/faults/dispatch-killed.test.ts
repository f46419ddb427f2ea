import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Dispatch } from '#shared/dispatch/state.ts';
import type { Answer } from '#shared/order.ts';
import { systemIds } from '#server/ports.ts';
import { openStore } from '#server/store/store.ts';
import { aFlood } from '#test/support/payloads.ts';
import { CITY } from '#test/support/seats.ts';
import { seeded } from '#test/support/seeded.ts';
import { startServer, type ServerProcess } from '#test/support/server-process.ts';
import { aTeam } from '#test/support/teams.ts';

const TEAMS = ['alpha', 'bravo', 'charlie', 'delta'] as const;
const ROUNDS = 5;
const SEED = 11;

let dataDir: string;
let server: ServerProcess;
let duty: string;
const leaders = new Map<string, string>();

/** Registered before the server starts: what it finds in its store is so. */
async function register(): Promise<void> {
  const store = await openStore({ dataDir, cacheMb: 64, log: pino({ level: 'silent' }) });
  const docs = TEAMS.map((id) => aTeam(id).doc).map(({ id, ...team }) => ({ _id: id as never, ...team, active: true }));
  await store.connection.collection('teams').insertMany(docs);
  await store.close();
}

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'fenghuo-dispatch-killed-'));
  await register();
  server = await startServer(dataDir);
  const admin = await server.signIn('admin');
  for (const organisationId of TEAMS) {
    const payload = { organisationId, kind: 'team', name: organisationId, parent: CITY };
    await server.call(admin, 'POST', '/orders', { id: systemIds.next(), type: 'organisation.add', payload });
    leaders.set(organisationId, await server.addUser(admin, 'team', organisationId));
  }
  duty = await server.addUser(admin, 'city-duty', CITY);
}, 60_000);
afterAll(async () => {
  await server.kill('SIGKILL');
  await rm(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
});

async function give(token: string | undefined, type: string, payload: object, id = systemIds.next()): Promise<Answer | undefined> {
  return (await server.call<Answer>(token, 'POST', '/orders', { id, type, payload }))?.body;
}

it(`a slot has one team although the server is killed while all accept, and whoever was told so has it (seed ${SEED})`, async () => {
  const chance = seeded(SEED);
  for (let round = 0; round < ROUNDS; round += 1) {
    const incidentId = systemIds.next();
    expect(await give(duty, 'incident.log', aFlood(), incidentId)).toMatchObject({ ok: true });
    const dispatchId = systemIds.next();
    const need = { incidentId, capability: { category: 'water' }, teamsNeeded: 1, teamIds: TEAMS, acceptBy: '2099-01-01T00:00:00Z', overrideReason: '…' };
    expect(await give(duty, 'dispatch.request', { ...need, staging: { lng: 115.4, lat: 25.9, text: '…' } }, dispatchId)).toMatchObject({ ok: true });
    const orders = TEAMS.map((team) => ({ team, id: systemIds.next() }));
    const accept = async ({ team, id }: (typeof orders)[number]) => {
      await sleep(chance.below(30));
      return { team, id, answer: await give(leaders.get(team), 'dispatch.accept', { dispatchId, etaMinutes: 30, people: 5 }, id) };
    };
    const first = Promise.all(orders.map(accept));
    await sleep(chance.below(40));
    await server.kill('SIGKILL');
    const before = await first;
    server = await startServer(dataDir);
    // A phone sends what was not answered again, with its id.
    const after = await Promise.all(before.map(async (one) => (one.answer ? one : accept(one))));
    const won = after.filter(({ answer }) => answer?.ok).map(({ team }) => team);
    const reply = await server.call<Dispatch>(duty, 'GET', `/dispatches/${dispatchId}`);
    const has = reply?.body.offers.filter(({ state }) => state === 'accepted').map(({ teamId }) => teamId);
    expect(won).toHaveLength(1);
    expect(has).toEqual(won);
    for (const { answer } of after) if (!answer?.ok) expect(answer?.code).toBe('dispatch.slot-filled');
    expect(await give(duty, 'dispatch.cancel', { dispatchId, reason: '…' })).toMatchObject({ ok: true });
  }
}, 120_000);
