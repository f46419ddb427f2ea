import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApp, type App } from '#server/app.ts';
import { openConsole, type Console } from '#server/access/console.ts';
import { openCore, type Core } from '#server/core.ts';
import { silentLog } from '#server/ports.ts';
import { layoutOf, socketUri } from '#server/store/layout.ts';
import type { Store } from '#server/store/store.ts';
import { addOfficer, ADMIN_PASSWORD, administrator, HERE, openAccess, PASSWORD, refusalOf, testConfig } from '#test/support/test-access.ts';
import { testDirectory, testStore } from '#test/support/test-store.ts';

let dataDir: string;
let store: Store;
let core: Core;
let app: App;
let console: Console;

beforeAll(async () => {
  dataDir = await testDirectory();
  store = await testStore({ dataDir });
  core = await openAccess(store, dataDir);
  app = await openApp(core);
  console = await openConsole({ dataDir, access: core.access, log: silentLog });
});
afterAll(async () => {
  await console.close();
  await app.close();
  await store.close();
  await rm(dataDir, { recursive: true, force: true });
});

async function officer() {
  const { id, username } = await addOfficer(core.access);
  const { token, signedIn } = await core.access.signIn({ username, password: PASSWORD }, HERE);
  return { id, username, token, signedIn };
}

async function connected(auth: object, extraHeaders: Record<string, string> = {}): Promise<Socket> {
  const socket = io(app.url, { auth, extraHeaders, transports: ['websocket'], forceNew: true, reconnection: false });
  await new Promise<void>((resolve, reject) => {
    socket.once('hello', () => resolve());
    socket.once('connect_error', reject);
  });
  return socket;
}

const said = (socket: Socket): Promise<string[]> =>
  new Promise((resolve) => {
    const heard: string[] = [];
    socket.on('bye', ({ reason }: { reason: string }) => heard.push(`bye ${reason}`));
    socket.on('disconnect', (reason) => resolve([...heard, reason]));
  });

const DISCONNECTED = 'io server disconnect';

describe('a socket', () => {
  it('is cut when its session is signed out by HTTP', async () => {
    const { token } = await officer();
    const socket = await connected({ token });
    const heard = said(socket);
    const out = await fetch(`${app.url}/api/v1/session`, { method: 'DELETE', headers: { authorization: `Bearer ${token}` } });
    expect(out.status).toBe(200);
    expect(await heard).toEqual(['bye signed-out', DISCONNECTED]);
    await expect(connected({ token })).rejects.toThrow('not-signed-in');
  });

  it.each([
    ['disabled', { disabled: true }, 'bye session-ended'],
    ['given another seat', { role: 'county-leader' }, 'bye seat-changed'],
  ])('of a user who is %s is cut, and does not come back', async (_what, patch, bye) => {
    const { id, token } = await officer();
    const mate = await officer();
    const sockets = await Promise.all([connected({ token }), connected({ token })]);
    const other = await connected({ token: mate.token });
    const heard = sockets.map(said);
    await core.access.patchUser(id, patch, administrator);
    expect(await Promise.all(heard)).toEqual([
      [bye, DISCONNECTED],
      [bye, DISCONNECTED],
    ]);
    await expect(connected({ token })).rejects.toThrow('not-signed-in');
    expect(other.connected).toBe(true);
    other.disconnect();
  });

  it('opens by the cookie, but not for a foreign page', async () => {
    const { token } = await officer();
    const cookie = `fenghuo=${token}`;
    const own = await connected({}, { cookie, origin: app.url });
    own.disconnect();
    await expect(connected({}, { cookie, origin: 'https://evil.example' })).rejects.toThrow();
    await expect(connected({}, { cookie, origin: 'null' })).rejects.toThrow();
  });
});

describe('a restart', () => {
  it('keeps sessions, and nobody needs the store to come back', async () => {
    const { token, id } = await officer();
    const gone = await officer();
    await core.access.signOut(gone.signedIn.sessionId);
    const again = await openCore(testConfig(dataDir), { log: silentLog, store });
    expect(await again.access.authenticate(token)).toMatchObject({ userId: id });
    expect(await again.access.authenticate(gone.token)).toBeNull();
    await again.close();
  });
});

describe('while the store is away', () => {
  it('whoever is in stays in, sign-out works, and the rest is told to wait', async () => {
    const { connection } = store;
    const [staying, leaving] = [await officer(), await officer()];
    await connection.close();
    expect(await core.access.authenticate(staying.token)).toMatchObject({ userId: staying.id });
    expect(core.access.sessionOf(staying.signedIn.sessionId)).toMatchObject({ user: { username: staying.username } });
    await core.access.signOut(leaving.signedIn.sessionId);
    expect(await core.access.authenticate(leaving.token)).toBeNull();
    const away = { status: 503, code: 'store-unavailable' };
    expect(await refusalOf(core.access.authenticate('A'.repeat(43)))).toMatchObject(away);
    expect(await refusalOf(core.access.signIn({ username: staying.username, password: PASSWORD }, HERE))).toMatchObject(away);
    expect(await refusalOf(core.access.patchUser(staying.id, { disabled: true }, administrator))).toMatchObject(away);
    const answer = await fetch(`${app.url}/api/v1/session`, { headers: { authorization: `Bearer ${'A'.repeat(43)}` } });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);

    await connection.openUri(socketUri(layoutOf(dataDir).socket), { dbName: 'fenghuo', bufferCommands: false });
    expect(await core.access.authenticate(leaving.token)).toBeNull();
    expect(await connection.collection('sessions').countDocuments({ userId: leaving.id })).toBe(1);
    await core.access.reap();
    expect(await connection.collection('sessions').countDocuments({ userId: leaving.id })).toBe(0);
    expect(await core.access.authenticate(staying.token)).toMatchObject({ userId: staying.id });
  });
});

describe('the command line', () => {
  const run = promisify(execFile);
  const user = (...args: string[]) =>
    run(process.execPath, ['--import', 'tsx', path.resolve('server/tasks/user.ts'), ...args], { env: { ...process.env, DATA_DIR: dataDir }, timeout: 60_000 });

  it('speaks to the server that runs', async () => {
    const { stdout } = await user('add', 'Gao', '--role', 'county-duty', '--org', '360731', '--name', '高七');
    const password = /shown only now: (\S+)/.exec(stdout)?.[1];
    const { token, signedIn } = await core.access.signIn({ username: 'gao', password }, HERE);
    expect(signedIn).toMatchObject({ mustChangePassword: true, seat: { actor: { name: '高七' } } });
    await user('disable', 'gao');
    expect(await core.access.authenticate(token)).toBeNull();
    expect((await user('list')).stdout).toMatch(/^gao\t高七\tcounty-duty\t360731\tdisabled/m);
  });

  it('says what is wrong in one line and fails', async () => {
    await expect(user('add', 'gu', '--role', 'city-duty', '--org', '360731')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^org: .*360731 is a county\n$/),
    });
    await expect(user('add', 'gu')).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('Usage') });
  });
});

it('on the first run an administrator is made, with a password that is shown once unless it was given', async () => {
  const directory = await testDirectory();
  const fresh = await testStore({ dataDir: directory });
  const first = await openCore(testConfig(directory, { ADMIN_PASSWORD: '' }), { log: silentLog, store: fresh });
  const made = await first.access.ensureAdministrator();
  expect(made).toEqual({ username: 'admin', password: expect.stringMatching(/^\w{20}$/) });
  expect((await first.access.signIn(made, HERE)).signedIn.mustChangePassword).toBe(true);
  expect(await first.access.ensureAdministrator()).toBeNull();
  await first.close();
  await fresh.close();
  await rm(directory, { recursive: true, force: true });
  expect((await core.access.signIn({ username: 'admin', password: ADMIN_PASSWORD }, HERE)).signedIn.mustChangePassword).toBe(false);
});
