import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { silentLog } from '#server/ports.ts';
import { DISK_LIMITS } from '#server/store/disk.ts';
import { openStore, type Store, type StoreOptions } from '#server/store/store.ts';

// One loader for the whole test run instead of one for each directory.
process.env.FENGHUO_GLIBC_CACHE ??= path.resolve(import.meta.dirname, '../../node_modules/.cache/fenghuo-glibc');

/** No ballast in tests: 64 MB for each of many short-lived directories. */
export const testTuning = { disk: { ...DISK_LIMITS, ballast: 0 } };

/** A fresh directory below the system's temporary one. */
export const testDirectory = (): Promise<string> => mkdtemp(path.join(os.tmpdir(), 'fenghuo-store-'));

/** An embedded store of its own in a fresh directory, which closing it removes; a given directory stays. */
export async function testStore(options: Partial<StoreOptions> = {}): Promise<Store> {
  const dataDir = options.dataDir ?? (await testDirectory());
  const store = await openStore({ log: silentLog, cacheMb: 64, tuning: testTuning, ...options, dataDir });
  return {
    ...store,
    close: async () => {
      await store.close();
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
    },
  };
}
