import type { Log } from '#server/ports.ts';
import { mkdir } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type mongoose from 'mongoose';
import { connect, uriFacts } from './connect.ts';
import { watchDisk, type DiskFree, type DiskLevel } from './disk.ts';
import { startEngine } from './engine.ts';
import { layoutOf } from './layout.ts';
import { takePulse, type Pulse } from './pulse.ts';
import { createStoreState, type StoreState } from './store-state.ts';
import { TUNING, type Tuning } from './tuning.ts';

export { StoreError } from './store-error.ts';
export type { DiskFree, DiskLevel, StoreState };

/** MongoDB as the rest of the server sees it, be it a server or the embedded engine. */
export interface Store {
  /** Every write on it is acknowledged by the journal on disk. */
  readonly connection: mongoose.Connection;
  readonly kind: 'server' | 'embedded';
  state(): StoreState;
  /** Tells each change of state; returns the way to unsubscribe. */
  onState(listener: (state: StoreState) => void): () => void;
  /** Space left to the embedded engine; a server's disk is its own concern. */
  diskFree(): Promise<DiskFree | null>;
  diskLevel(): DiskLevel;
  enginePid(): number | undefined;
  close(): Promise<void>;
}

export interface StoreOptions {
  mongodbUri?: string;
  dataDir: string;
  log: Log;
  cacheMb?: number;
  /** Where a newer C library is kept if this system needs one; below dataDir unless told. */
  glibcCache?: string;
  tuning?: Partial<Tuning>;
}

const DEFAULT_CACHE_MB = 256;

/** Opens the store; throws a StoreError that says in one sentence what is in the way. */
export async function openStore(options: StoreOptions): Promise<Store> {
  return options.mongodbUri === undefined ? openEmbedded(options) : openServer(options, options.mongodbUri);
}

async function openServer({ log }: StoreOptions, uri: string): Promise<Store> {
  const connection = await connect(uri, 'server', log);
  const status = createStoreState(log);
  const pulse = takePulse(uri, followPulse(connection, status));
  hintFromDriver(connection, pulse);
  log.info({ hosts: uriFacts(uri).hosts }, 'connected to MongoDB');
  return {
    connection,
    kind: 'server',
    state: status.get,
    onState: status.subscribe,
    diskFree: () => Promise.resolve(null),
    diskLevel: () => 'ok',
    enginePid: () => undefined,
    close: async () => {
      await pulse.stop();
      await connection.close();
    },
  };
}

async function openEmbedded(options: StoreOptions): Promise<Store> {
  const { log } = options;
  const tuning = { ...TUNING, ...options.tuning };
  const layout = layoutOf(options.dataDir, options.glibcCache);
  await mkdir(layout.dataDir, { recursive: true, mode: 0o700 });
  const status = createStoreState(log);
  const disk = await watchDisk(layout, tuning.disk, log, tuning.diskCheckMs);
  let pulse: Pulse | undefined;
  const engine = await startEngine({
    layout,
    disk,
    tuning,
    log,
    cacheMb: options.cacheMb ?? DEFAULT_CACHE_MB,
    onDown: status.away,
    onUp: () => pulse?.hint(),
    onFailed: ({ message }) => status.failed(message),
  }).catch(async (error: unknown) => {
    await disk.stop();
    throw error;
  });
  const connection = await connect(engine.uri, 'embedded', log).catch(async (error: unknown) => {
    await disk.stop();
    await engine.stop();
    throw error;
  });
  const follow = followPulse(connection, status);
  pulse = takePulse(engine.uri, {
    onAnswer: follow.onAnswer,
    onSilence: (reason) => {
      follow.onSilence(reason);
      const state = status.get();
      if (state.status === 'away') engine.killIfHung(state.since);
    },
  });
  const beat = pulse;
  hintFromDriver(connection, beat);
  return {
    connection,
    kind: 'embedded',
    state: status.get,
    onState: status.subscribe,
    diskFree: disk.free,
    diskLevel: disk.level,
    enginePid: engine.pid,
    close: async () => {
      await disk.stop();
      await beat.stop();
      await within(3000, connection.close());
      await engine.stop();
    },
  };
}

/** `ready` is only said when the connection that the server works with answers too. */
function followPulse(connection: mongoose.Connection, status: ReturnType<typeof createStoreState>) {
  return {
    onAnswer: async () => {
      if (status.get().status !== 'away') return;
      const answered = await within(1000, connection.db?.admin().ping() ?? Promise.reject(new Error('closed')));
      if (answered) status.ready();
    },
    onSilence: status.away,
  };
}

function hintFromDriver(connection: mongoose.Connection, pulse: Pulse): void {
  const client = connection.getClient();
  for (const event of ['serverHeartbeatFailed', 'connectionPoolCleared', 'topologyDescriptionChanged'] as const) {
    client.on(event, pulse.hint);
  }
}

/** Whether the work was done in time; late or failed work is left to itself. */
async function within(ms: number, work: Promise<unknown>): Promise<boolean> {
  const done = work.then(
    () => true,
    () => false,
  );
  const timer = new AbortController();
  const late = sleep(ms, false, { signal: timer.signal }).catch(() => false);
  const result = await Promise.race([done, late]);
  timer.abort();
  return result;
}
