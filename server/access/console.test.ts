import { rm, stat, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Core } from '#server/core.ts';
import { silentLog } from '#server/ports.ts';
import { layoutOf } from '#server/store/layout.ts';
import type { Store } from '#server/store/store.ts';
import { HERE, openAccess, refusalOf } from '#test/support/test-access.ts';
import { testDirectory, testStore } from '#test/support/test-store.ts';
import { askConsole, openConsole, type Console } from './console.ts';

let dataDir: string;
let store: Store;
let core: Core;
let console: Console;

beforeAll(async () => {
  dataDir = await testDirectory();
  store = await testStore({ dataDir });
  core = await openAccess(store, dataDir);
  // Left behind by a server that was killed.
  await writeFile(socketPath(), '');
  console = await openConsole({ dataDir, access: core.access, log: silentLog });
});
afterAll(async () => {
  await console.close();
  await core.close();
  await store.close();
  await rm(dataDir, { recursive: true, force: true });
});

const socketPath = (): string => path.join(path.dirname(layoutOf(dataDir).socket), 'console.sock');

describe('the console', () => {
  it('may be used by the user of the machine only', async () => {
    expect((await stat(socketPath())).mode & 0o777).toBe(0o600);
    expect((await stat(path.dirname(socketPath()))).mode & 0o777).toBe(0o700);
  });

  it('adds a user, whose password is shown once and must be changed', async () => {
    const added = await askConsole(dataDir, { action: 'add', username: 'Liu', role: 'county-duty', org: '360731', name: '刘六' });
    expect(added?.users).toMatchObject([{ username: 'liu', name: '刘六', mustChangePassword: true }]);
    const { signedIn } = await core.access.signIn({ username: 'liu', password: added?.password }, HERE);
    expect(signedIn.mustChangePassword).toBe(true);
  });

  it('resets and disables, which ends the sessions', async () => {
    const added = await askConsole(dataDir, { action: 'add', username: 'chen', role: 'city-duty', org: '360700' });
    const { token } = await core.access.signIn({ username: 'chen', password: added?.password }, HERE);
    const reset = await askConsole(dataDir, { action: 'reset', username: 'CHEN' });
    expect(reset?.password).not.toBe(added?.password);
    expect(await core.access.authenticate(token)).toBeNull();
    const again = await core.access.signIn({ username: 'chen', password: reset?.password }, HERE);
    expect((await askConsole(dataDir, { action: 'disable', username: 'chen' }))?.users).toMatchObject([{ disabled: true }]);
    expect(await core.access.authenticate(again.token)).toBeNull();
    expect((await askConsole(dataDir, { action: 'enable', username: 'chen' }))?.users).toMatchObject([{ disabled: false }]);
  });

  it('says no in the same words as elsewhere', async () => {
    expect(await refusalOf(askConsole(dataDir, { action: 'add', username: 'wu', role: 'city-leader', org: '360731' }))).toMatchObject({
      status: 400,
      details: [{ path: 'org' }],
    });
    expect(await refusalOf(askConsole(dataDir, { action: 'reset', username: 'nobody' }))).toMatchObject({ status: 404, code: 'unknown-user' });
  });

  it('answers nothing but its one call', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      request({ socketPath: socketPath(), path: '/api/v1/users' }, (res) => resolve(res.resume().statusCode))
        .on('error', reject)
        .end();
    });
    expect(status).toBe(404);
  });

  it('is opened by one server at a time, and by none afterwards', async () => {
    await expect(openConsole({ dataDir, access: core.access, log: silentLog })).rejects.toThrow(/Another server/);
    await console.close();
    expect(await askConsole(dataDir, { action: 'list' })).toBeUndefined();
    console = await openConsole({ dataDir, access: core.access, log: silentLog });
    expect((await askConsole(dataDir, { action: 'list' }))?.users.length).toBeGreaterThan(0);
  });
});
