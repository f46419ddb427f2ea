import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import type { Commit } from '#shared/commit.ts';
import { Environment, type Config } from '#server/config.ts';
import { openCore, type Core, type Ports } from '#server/core.ts';
import type { Store } from '#server/store/store.ts';
import { testStore } from './test-store.ts';

export const ADMIN_PASSWORD = 'Lighthouse-ember-71';
/** One for all: cores on one store have different directories. */
const VAULT_KEY = '5a'.repeat(32);
const quiet = pino({ level: process.env['TEST_LOG'] ?? 'silent' });

export interface CoreOptions {
  /** Shared with other cores; closing the core leaves it open. */
  store?: Store;
  dataDir?: string;
  env?: Record<string, string>;
  ports?: Partial<Ports>;
}

export interface TestCore {
  core: Core;
  config: Config;
  close(): Promise<void>;
  /** Removes what was made for the core, when something else has closed it. */
  cleanUp(): Promise<void>;
}

/** A core on an embedded store: its own in a fresh directory, or the one given. */
export async function testCore({ store, dataDir, env = {}, ports = {} }: CoreOptions = {}): Promise<TestCore> {
  const directory = dataDir ?? (await mkdtemp(path.join(os.tmpdir(), 'fenghuo-data-')));
  const own = store ? undefined : await testStore();
  const config: Config = Environment.parse({ PORT: '0', DATA_DIR: directory, ADMIN_PASSWORD, LOG_LEVEL: 'silent', VAULT_KEY, PLAN_LIBRARY: 'none', ...env });
  const core = await openCore(config, { log: quiet, ...ports, store: store ?? (own as Store) });
  const cleanUp = async (): Promise<void> => {
    await own?.close();
    if (dataDir === undefined) await rm(directory, { recursive: true, force: true });
  };
  return {
    core,
    config,
    cleanUp,
    async close() {
      await core.close();
      await cleanUp();
    },
  };
}

/** The same engine with a database of its own: many small worlds for the price of one engine. Each call is a new connection, as after a restart. */
export function databaseOf(store: Store, name: string): Store {
  return { ...store, connection: store.connection.useDb(name, { useCache: false }) };
}

export async function journalOf({ journal }: Pick<Core, 'journal'>, after = 0): Promise<Commit[]> {
  const commits: Commit[] = [];
  for await (const commit of journal.stream(after)) commits.push(commit);
  return commits;
}
