import { io, type Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aFlood, placeIn } from '#test/support/payloads.ts';
import { YUDU, ZHANGGONG } from '#test/support/seats.ts';
import { testApp, type TestApp, type TestUser } from '#test/support/test-app.ts';
import { until } from '#test/support/until.ts';

let app: TestApp;
let duty: TestUser;
let zhanggong: TestUser;
const raw: Socket[] = [];
const heard: string[] = [];

beforeAll(async () => {
  app = await testApp({ env: { SOCKETS_PER_USER: '3' } });
  duty = await app.addUser('county-duty');
  zhanggong = await app.addUser('county-duty', ZHANGGONG);
});
afterAll(() => app.close());
afterEach(async () => {
  for (const socket of raw.splice(0)) socket.close();
  await until('every socket is gone', () => app.app.sockets.io.engine.clientsCount === 0);
});

function rawSocket(auth: object, extra: object = {}): Promise<Socket> {
  const socket = io(app.url, { transports: ['websocket'], auth, forceNew: true, reconnection: false, ...extra });
  raw.push(socket);
  socket.onAny((event: string) => void heard.push(event));
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(socket));
    socket.once('connect_error', reject);
  });
}
const connect = async (user: TestUser, handshake = {}) => {
  const client = await app.connect(user, handshake);
  raw.push(client.socket as unknown as Socket);
  return client;
};
async function logged(user: TestUser, over = {}): Promise<{ id: string; seq: number }> {
  const answer = await app.order(user, 'incident.log', aFlood(over));
  if (!answer.ok) throw new Error(answer.message);
  return answer;
}

describe('a socket', () => {
  it('is greeted with the journal, its head and the clock', async () => {
    const { hello } = await connect(duty);
    expect(hello).toEqual({ journal: app.core.journalId, seq: app.core.world.seq, now: expect.stringMatching(/^\d{4}-.*Z$/) });
  });

  it('without since is sent only what comes', async () => {
    const client = await connect(duty);
    const { id, seq } = await logged(duty);
    await client.reached(seq);
    expect(client.model.docs().map((put) => put.id)).toEqual([id, `${id}.1`]);
  });

  it('with since is sent what it missed, and from nothing everything', async () => {
    const before = app.core.world.seq;
    const { id } = await logged(duty);
    const missed = await connect(duty, { since: before });
    await missed.reached(before + 1);
    expect(missed.model.docs().map((put) => put.id)).toEqual([id, `${id}.1`]);
    const all = await connect(duty, { since: 0 });
    await all.reached(before + 1);
    expect(all.heard.find(({ event }) => event === 'feed')?.said).toMatchObject({ complete: true });
  });

  it('of another journal is sent everything, or told to fetch it if it knows how', async () => {
    const everything = await connect(duty, { since: 3, journal: 'another' });
    await everything.reached(app.core.world.seq);
    expect(everything.heard.find(({ event }) => event === 'feed')?.said).toMatchObject({ complete: true });
    await rawSocket({ token: duty.token, since: 3, journal: 'another', resync: true });
    await until('it is told to start afresh', () => heard.includes('resync'));
  });

  it('is sent what its seat may see, and an incident that comes its way with it', async () => {
    const [here, there] = [await connect(duty), await connect(zhanggong)];
    const { id } = await logged(duty, { place: placeIn(YUDU) });
    const moved = await app.order(duty, 'incident.update', { incidentId: id, place: placeIn(ZHANGGONG) });
    if (!moved.ok) throw new Error(moved.message);
    await Promise.all([here.reached(moved.seq), there.reached(moved.seq)]);
    expect(here.model.docs().map((put) => put.id)).toEqual([id, `${id}.1`, `${id}.2`]);
    // Whoever it comes to takes it over with its whole log.
    expect(there.model.docs().map((put) => put.id)).toEqual([id, `${id}.1`, `${id}.2`]);
  });

  it('gives orders, and one whose answer nobody waits for is not taken', async () => {
    const client = await connect(duty);
    const before = app.core.world.seq;
    const id = app.core.ids.next();
    client.socket.emit('order', { id, type: 'incident.log', payload: aFlood() }, undefined as never);
    expect(await client.order('incident.log', aFlood(), app.core.ids.next())).toMatchObject({ ok: true, seq: before + 1 });
    expect(await app.core.journal.byOrder(id)).toBeNull();
    expect(await client.order('incident.log', { ...aFlood(), seq: 1 } as never, app.core.ids.next())).toMatchObject({
      ok: false,
      code: 'invalid',
      details: [{ path: 'seq' }],
    });
  });
});

describe('the door', () => {
  it('is shut to who is not signed in, whatever is said', async () => {
    for (const token of [undefined, '', 'x'.repeat(43), 7, { $ne: 1 }, null, ['x']])
      await expect(rawSocket({ token }), JSON.stringify(token)).rejects.toThrow('not-signed-in');
  });

  it('is shut to a page from elsewhere, and open to our own with its cookie', async () => {
    const from = (origin: string) => rawSocket({}, { extraHeaders: { origin, cookie: `fenghuo=${duty.token}` } });
    await expect(from('https://evil.example')).rejects.toThrow();
    await expect(from('null')).rejects.toThrow();
    expect((await from(app.url)).connected).toBe(true);
  });

  it('lets in only so many of one user', async () => {
    for (let i = 0; i < 3; i += 1) await connect(duty);
    await expect(rawSocket({ token: duty.token })).rejects.toThrow('too-many-sockets');
    expect((await rawSocket({ token: zhanggong.token })).connected).toBe(true);
  });

  it('is shut in the face of whoever sends too much at once, and the others stay', async () => {
    const [loud, other] = [await connect(duty), await connect(zhanggong)];
    const gone = new Promise<string>((resolve) => loud.socket.once('disconnect', resolve));
    loud.socket.emit('order', { id: app.core.ids.next(), type: 'incident.log', payload: aFlood({ text: 'x'.repeat(70_000) }) }, () => undefined);
    expect(await gone).toMatch(/transport/);
    expect(other.socket.connected).toBe(true);
  });

  it('a handshake of nonsense is answered as one without since, or with everything', async () => {
    for (const since of ['7', {}, [], -1, 1.5, null, NaN, 10 ** 15]) {
      const socket = await rawSocket({ token: duty.token, since, journal: {}, resync: 'yes' });
      expect(socket.connected, JSON.stringify(since)).toBe(true);
      socket.close();
    }
    expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
  });
});

describe('the end', () => {
  it('of a session cuts its sockets, with a word before, and no others', async () => {
    const { token } = await app.signIn(duty.username);
    const [ended, other] = [await connect({ ...duty, token }), await connect(duty)];
    await app.call({ ...duty, token }, 'DELETE', '/session');
    expect(await ended.saidBye()).toEqual({ reason: 'signed-out' });
    await until('the socket is cut', () => !ended.socket.connected);
    expect(other.socket.connected).toBe(true);
  });

  it('of the server is said too', async () => {
    const short = await testApp();
    const client = await short.connect(short.admin);
    await short.close();
    expect(await client.saidBye()).toEqual({ reason: 'shutting-down' });
  });
});
