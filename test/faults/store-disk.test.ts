import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { open as openFile, rm, statfs, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { silentLog } from '#server/ports.ts';
import { DISK_LIMITS, type DiskLimits } from '#server/store/disk.ts';
import { openStore, type Store } from '#server/store/store.ts';
import { testDirectory, testStore, testTuning } from '#test/support/test-store.ts';
import { freshDirectory, until, untilState, write } from './store-faults.ts';

const MB = 1024 * 1024;
/** Small documents would go on for minutes in the space that the engine's journal took beforehand. */
const LARGE = randomBytes(100_000).toString('hex');
const mountable = canMount();
if (!mountable) console.warn('store-disk: a small disk cannot be mounted here (needs root), so a full disk is not tested');

const small: DiskLimits = { warn: 60 * MB, low: 45 * MB, floor: 30 * MB, full: 8 * MB, ballast: 20 * MB };
const tuningOf = (disk: DiskLimits) => ({ ...testTuning, disk, diskCheckMs: 50 });

async function storeOn(dataDir: string, disk: DiskLimits): Promise<Store> {
  const store = await openStore({ dataDir, log: silentLog, cacheMb: 64, tuning: tuningOf(disk) });
  onTestFinished(() => store.close(), 30_000);
  return store;
}

it.each(['warn', 'low', 'floor'] as const)('free space below the limit is said as %s', { timeout: 30_000 }, async (level) => {
  const never = { ...DISK_LIMITS, warn: 0, low: 0, floor: 0, full: 0, ballast: 0 };
  const limits =
    level === 'warn' ? { warn: Infinity } : level === 'low' ? { warn: Infinity, low: Infinity } : { warn: Infinity, low: Infinity, floor: Infinity };
  const store = await testStore({ tuning: tuningOf({ ...never, ...limits }) });
  expect(store.diskLevel()).toBe(level);
  const free = await store.diskFree();
  expect(free?.bytes).toBeGreaterThan(0);
  expect(free?.share).toBeLessThanOrEqual(1);
  await store.close();
});

it('the disk of a MongoDB server is its own concern', { timeout: 30_000 }, async () => {
  const dataDir = await freshDirectory();
  const engine = await testStore({ dataDir });
  const store = await testStore({
    mongodbUri: engine.connection
      .getClient()
      .options.hosts.map((host) => `mongodb://${encodeURIComponent(String(host))}/?directConnection=true`)
      .join(''),
  });
  expect(await store.diskFree()).toBeNull();
  expect(store.diskLevel()).toBe('ok');
  await store.close();
  await engine.close();
});

describe.skipIf(!mountable)('on a disk of 200 MB (only where one can be mounted)', { timeout: 120_000 }, () => {
  it('the level follows what is free', async () => {
    const dataDir = await smallDisk();
    const store = await storeOn(dataDir, small);
    expect(store.diskLevel()).toBe('ok');
    const filler = await fillUntilFree(dataDir, 40 * MB);
    await until(() => store.diskLevel() === 'low');
    await rm(filler);
    await until(() => store.diskLevel() === 'ok');
  });

  it('a full disk costs no acknowledged write, and the ballast brings the store back', async () => {
    const dataDir = await smallDisk();
    const store = await storeOn(dataDir, small);
    await until(async () => (await sizeOf(path.join(dataDir, 'ballast'))) === small.ballast);
    const stop = new AbortController();
    const writing = Promise.all(['a', 'b', 'c'].map((prefix) => write(store, prefix, stop.signal, LARGE)));
    const filler = await fillUntilFree(dataDir, 0);
    await untilState(store, 'away');
    stop.abort();
    const acknowledged = (await writing).flat();
    await untilState(store, 'ready');
    expect(store.diskLevel()).toBe('floor');
    const found = new Set(await store.connection.collection('acknowledged').distinct('name'));
    expect(acknowledged.length).toBeGreaterThan(0);
    expect(acknowledged.filter((name) => !found.has(name))).toEqual([]);
    await rm(filler);
    await until(() => store.diskLevel() === 'ok');
    await until(async () => (await sizeOf(path.join(dataDir, 'ballast'))) === small.ballast);
  });

  it('with no ballast left the store stays away until there is space, and then comes back by itself', async () => {
    const dataDir = await smallDisk();
    const store = await storeOn(dataDir, { ...small, ballast: 0 });
    const stop = new AbortController();
    const writing = write(store, 'a', stop.signal, LARGE);
    const filler = await fillUntilFree(dataDir, 0);
    await until(() => {
      const state = store.state();
      return state.status === 'away' && state.reason.includes('is full');
    });
    stop.abort();
    await writing;
    await rm(filler);
    await untilState(store, 'ready');
    await store.connection.collection('x').insertOne({ a: 1 });
  });

  it('a start without space says which disk is full', async () => {
    const dataDir = await smallDisk();
    await fillUntilFree(dataDir, 0);
    const refused = openStore({ dataDir, log: silentLog, tuning: tuningOf({ ...small, ballast: 0 }) });
    await expect(refused).rejects.toMatchObject({ code: 'disk-low', message: expect.stringContaining(dataDir) });
  });
});

async function smallDisk(): Promise<string> {
  const directory = await testDirectory();
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=200m', 'tmpfs', directory]);
  onTestFinished(async () => {
    execFileSync('umount', ['--lazy', directory]);
    await rm(directory, { recursive: true, force: true });
  });
  return directory;
}

async function fillUntilFree(directory: string, leave: number): Promise<string> {
  const file = path.join(directory, 'filler');
  const handle = await openFile(file, 'w');
  for (;;) {
    const { bavail, bsize } = await statfs(directory);
    const wanted = Math.min(MB, bavail * bsize - leave);
    if (wanted <= 0 || !(await append(handle, wanted))) break;
  }
  await handle.close();
  return file;
}

async function append(handle: FileHandle, bytes: number): Promise<boolean> {
  try {
    await handle.write(Buffer.alloc(bytes, 1));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return false;
    throw error;
  }
}

async function sizeOf(file: string): Promise<number> {
  const handle = await openFile(file).catch(() => undefined); // it comes and goes
  const size = (await handle?.stat())?.size ?? 0;
  await handle?.close();
  return size;
}

function canMount(): boolean {
  try {
    execFileSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', '/mnt'], { stdio: 'ignore' });
    return process.getuid?.() === 0;
  } catch {
    // Whatever the reason: the tests that need it are skipped, and it is said above.
    return false;
  }
}
