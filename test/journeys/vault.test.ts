import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '#shared/order.ts';
import type { Person } from '#shared/person/state.ts';
import { silentLog } from '#server/ports.ts';
import { backup } from '#server/store/backup.ts';
import { layoutOf } from '#server/store/layout.ts';
import { vaultModels } from '#server/vault/models.ts';
import { openVault } from '#server/vault/vault.ts';
import { leapingClock } from '#test/support/driven-clock.ts';
import { aFlood } from '#test/support/payloads.ts';
import { ZHANGGONG } from '#test/support/seats.ts';
import { testApp, type TestApp, type TestUser } from '#test/support/test-app.ts';
import { journalOf, testCore } from '#test/support/test-core.ts';
import { testStore } from '#test/support/test-store.ts';
import { until } from '#test/support/until.ts';

const NAME = '欧阳震华';
const PHONE = '13907971862';
const PLAIN = new RegExp(`${NAME}|${PHONE}|欧阳|39079718`);
const DAY_MS = 24 * 60 * 60 * 1000;

const clock = leapingClock();
const lines: string[] = [];
let dataDir: string;
let app: TestApp;
let duty: TestUser;
let leader: TestUser;
let auditor: TestUser;
let elsewhere: TestUser;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'fenghuo-vault-'));
  // Everything that a log can say, as a server would write it.
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  app = await testApp({ store: await testStore({ dataDir }), dataDir, ports: { clock, log } });
  [duty, leader, auditor, elsewhere] = await Promise.all([
    app.addUser('county-duty'),
    app.addUser('county-leader'),
    app.addUser('auditor'),
    app.addUser('county-duty', ZHANGGONG),
  ]);
});
afterAll(async () => {
  const { store } = app.core;
  await app.close();
  await store.close();
  await rm(dataDir, { recursive: true, force: true });
});

async function logged(): Promise<string> {
  const answer = await app.order(duty, 'incident.log', aFlood());
  return answer.ok ? (answer.refs['incident'] ?? '') : '';
}

const caller = (incidentId: string) => ({ incidentId, role: 'caller', name: NAME, phone: PHONE, unit: '贡江镇政府', post: '副镇长' }) as const;

async function called(incidentId: string, id = app.core.ids.next()): Promise<string> {
  const answer = await app.order(duty, 'person.record', caller(incidentId), id);
  if (!answer.ok) throw new Error(answer.message);
  return answer.refs['person'] ?? '';
}

type Revealed = { ok: boolean; code?: string; person?: { name?: string; phone?: string } };
const reveal = (user: TestUser, personId: string, body: unknown = { reason: '回拨核实' }) =>
  app.call<Revealed>(user, 'POST', `/persons/${personId}/reveal`, body);

/** All that is kept or sent anywhere but in the vault. */
async function everythingSaid(): Promise<string> {
  await app.core.documents.flush();
  const db = app.core.store.connection.db;
  const texts = [JSON.stringify(await journalOf(app.core)), ...lines];
  for (const { name } of (await db?.listCollections().toArray()) ?? []) texts.push(JSON.stringify(await db?.collection(name).find().toArray()));
  for (const user of [duty, leader, auditor]) texts.push(JSON.stringify(await app.snapshot(user)));
  return texts.join('\n');
}

describe('the name and the number of a caller', () => {
  it('are in no journal, document, frame, snapshot or log, nor readable in the store', async () => {
    const screen = await app.connect(duty, { since: 0 });
    const incidentId = await logged();
    const personId = await called(incidentId);
    // Refused, in doubt and malformed: none of it may tell either.
    await app.order(elsewhere, 'person.record', caller(incidentId));
    await app.call(duty, 'POST', '/orders', {
      id: app.core.ids.next(),
      type: 'person.record',
      payload: { ...caller(incidentId), phone: `${PHONE}#`, who: NAME },
    });
    await app.call(duty, 'POST', '/orders', `{"id": "${NAME}${PHONE}`);
    await reveal(leader, personId);
    await until('the person is on the screen', () => screen.model.docs().some(({ kind }) => kind === 'person'));
    expect(JSON.stringify(screen.heard)).not.toMatch(PLAIN);
    expect(await everythingSaid()).not.toMatch(PLAIN);
    const person = (await app.get<Person>(duty, `/persons/${personId}`)).body;
    expect(person).toMatchObject({ masked: { name: '欧***', phone: '139****1862' }, unit: '贡江镇政府' });
  });

  it('are shown to a leader for a reason, which the journal has first, and to nobody without one', async () => {
    const personId = await called(await logged());
    const before = app.core.world.seq;
    expect((await reveal(leader, personId)).body).toMatchObject({ ok: true, person: { name: NAME, phone: PHONE } });
    const [commit] = await app.core.journal.after(before, 1);
    expect(commit).toMatchObject({ actor: { id: leader.id }, events: [{ type: 'person.revealed', reason: '回拨核实', fields: ['name', 'phone'] }] });
    expect((await reveal(leader, personId, { reason: ' ' })).status).toBe(400);
    expect((await reveal(auditor, personId)).status).toBe(403);
    expect((await reveal(elsewhere, personId)).status).toBe(404);
    const byWire = await app.order(duty, 'person.reveal', { personId, reason: '…' });
    expect(byWire).toMatchObject({ ok: false, code: 'not-permitted' });
  });

  it('are recorded once, and the same order with another number is refused', async () => {
    const incidentId = await logged();
    const id = app.core.ids.next();
    const same = await Promise.all([1, 2, 3].map(() => app.order(duty, 'person.record', caller(incidentId), id)));
    expect(new Set(same.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(same[0]).toMatchObject({ ok: true });
    const other = await app.order(duty, 'person.record', { ...caller(incidentId), phone: '13800000000' }, id);
    expect(other).toMatchObject({ ok: false, code: 'order-id-reused' });
    expect((await reveal(leader, id)).body.person).toEqual({ name: NAME, phone: PHONE });
  });

  it('leave nothing in the vault when the order is refused, not even a key', async () => {
    const incidentId = await logged();
    const { connection } = app.core.store;
    const keys = await connection.collection('vault.keys').countDocuments();
    const answers: Answer[] = [await app.order(elsewhere, 'person.record', caller(incidentId)), await app.order(auditor, 'person.record', caller(incidentId))];
    expect(answers.map((answer) => !answer.ok && answer.code)).toEqual(['incident.unknown', 'not-permitted']);
    expect(await connection.collection('vault.keys').countDocuments()).toBe(keys);
    expect(await connection.collection('vault.persons').countDocuments({ incidentId })).toBe(0);
  });

  it('can be shown so often in an hour and no more', async () => {
    const city = await app.addUser('city-duty');
    const personId = await called(await logged());
    const statuses: number[] = [];
    for (let n = 0; n < 31; n += 1) statuses.push((await reveal(city, personId)).status);
    expect(statuses).toEqual([...Array.from({ length: 30 }, () => 200), 429]);
  });
});

describe('the end', () => {
  it('comes by the clockwork so many days after closing, after the incident was archived, and is for good', async () => {
    const incidentId = await logged();
    const personId = await called(incidentId);
    await app.order(leader, 'incident.close', { incidentId, reason: '险情排除', override: '报送另行办理' });
    const sealed = await app.core.store.connection.collection('vault.persons').findOne({ incidentId });
    await clock.advance(31 * DAY_MS);
    await until('it is destroyed', async () =>
      (await journalOf(app.core)).some(({ events }) => events.some((e) => e.type === 'person.purged' && e.incidentId === incidentId)),
    );
    await until('the key is gone', async () => (await app.core.store.connection.collection('vault.keys').countDocuments({ _id: incidentId as never })) === 0);
    const back = await app.signIn(leader.username);
    const again = { ...leader, token: back.token };
    expect((await reveal(again, personId)).body).toMatchObject({ ok: false, code: 'person.purged' });
    expect(await app.core.vault.open(personId)).toBeUndefined();
    const person = (await app.get<Person>(again, `/persons/${personId}`)).body;
    // Counted as before, and nothing of who it was.
    expect(person).toMatchObject({ id: personId, masked: {}, purgedAt: expect.any(String) });
    const file = path.join(dataDir, 'later.gz');
    await backup({ dataDir, log: silentLog }, file);
    const text = gunzipSync(await readFile(file)).toString();
    expect(text).not.toMatch(PLAIN);
    expect(text).not.toContain(String(sealed?.['sealed']));
  });

  it('is finished by the next start when a crash came between the journal and the key', async () => {
    const store = await testStore();
    const first = await testCore({ store });
    const { core } = first;
    const seat = duty.seat;
    const give = async (type: string, payload: object): Promise<string> => {
      const answer = await core.orders.submit({ id: core.ids.next(), type, payload }, type === 'person.purge' ? leader.seat : seat);
      return answer.ok ? (answer.refs['person'] ?? answer.refs['incident'] ?? '') : Promise.reject(new Error(answer.message));
    };
    const incidentId = await give('incident.log', aFlood());
    const personId = await give('person.record', caller(incidentId));
    const keys = store.connection.collection('vault.keys');
    const key = await keys.findOne({ _id: incidentId as never });
    await give('person.purge', { incidentId, reason: '误录' });
    await first.close();
    await keys.insertOne(key ?? {});
    const second = await testCore({ store });
    expect(await keys.findOne({ _id: incidentId as never })).toBeNull();
    expect(await second.core.vault.open(personId)).toBeUndefined();
    await second.close();
    await store.close();
  });
});

describe('the master key', () => {
  it('that is not the one of this vault stops the start in one sentence', async () => {
    const store = await testStore();
    const first = await testCore({ store });
    await first.close();
    await expect(testCore({ store, env: { VAULT_KEY: '11'.repeat(32) } })).rejects.toThrow(/VAULT_KEY\.$/);
    await store.close();
  });

  it('is made at the first start when none is given, for its owner alone', async () => {
    const store = await testStore();
    const directory = await mkdtemp(path.join(os.tmpdir(), 'fenghuo-key-'));
    const open = () => openVault(vaultModels(store.connection), { dataDir: directory, vaultKey: undefined, clock });
    const kept = await (await open()).keep({ id: 'p', group: 'i', plain: { name: NAME }, content: [] });
    expect((await stat(path.join(layoutOf(directory).keys, 'vault.key'))).mode & 0o777).toBe(0o600);
    expect(await (await open()).open('p')).toEqual({ name: NAME });
    await kept.undo();
    expect(await (await open()).open('p')).toBeUndefined();
    await rm(directory, { recursive: true, force: true });
    await store.close();
  });
});
