import type { Log } from '#server/ports.ts';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Disk } from './disk.ts';
import { setCacheSize, stopRunningOperations } from './engine-control.ts';
import { startChild, type EngineChild, type EngineExit } from './engine-child.ts';
import { nodeCommand } from './glibc.ts';
import { socketUri, type StoreLayout } from './layout.ts';
import { StoreError } from './store-error.ts';
import type { Tuning } from './tuning.ts';

const IN_USE_RETRY_MS = 250;
const FIRST_DELAY_MS = 100;
const LONGEST_DELAY_MS = 5000;
/** A run that was open for this long starts the back-off anew. */
const SOUND_RUN_MS = 1000;
const CLOSE_WITHIN_MS = 10_000;

export interface EngineOptions {
  layout: StoreLayout;
  cacheMb: number;
  disk: Disk;
  tuning: Tuning;
  log: Log;
  onDown: (reason: string) => void;
  onUp: () => void;
  onFailed: (error: StoreError) => void;
}

/** The embedded engine under supervision: it is started again when it dies, until that is no use. */
export interface Engine {
  readonly uri: string;
  pid(): number | undefined;
  /** Kills an engine that is open and has been silent for too long; one that is opening may be recovering and is left alone. */
  killIfHung(silentSince: Date): void;
  stop(): Promise<void>;
}

export async function startEngine(options: EngineOptions): Promise<Engine> {
  const { layout, log, tuning } = options;
  const uri = socketUri(layout.socket);
  const node = await nodeCommand(layout.glibc);
  const stopping = new AbortController();
  const crashes: number[] = [];
  let current: EngineChild | undefined;
  let openSince: number | undefined;
  let failures = 0;
  let everOpen = false;

  /** Runs the engine until it has opened the directory, or throws what keeps it from that. */
  const open = async (): Promise<EngineChild> => {
    const patienceEnds = Date.now() + tuning.inUseWaitMs;
    for (;;) {
      stopping.signal.throwIfAborted();
      const child = startChild(node, layout);
      current = child;
      const opening = await child.opening;
      if (opening.ready) {
        everOpen = true;
        openSince = Date.now();
        await setCacheSize(uri, options.cacheMb).catch((error: unknown) => {
          log.warn({ err: error }, 'the engine keeps its own cache size');
        });
        log.info({ enginePid: child.pid, directory: layout.database }, 'embedded engine open');
        return child;
      }
      const exit = await child.exited;
      stopping.signal.throwIfAborted();
      if (!opening.inUse) await judge(exit, opening.message, false);
      else if (Date.now() > patienceEnds) throw inUse(layout);
      else await sleep(IN_USE_RETRY_MS, undefined, { signal: stopping.signal });
    }
  };

  /** Decides after a death whether another start makes sense, and waits before it. */
  const judge = async (exit: EngineExit, message: string, wasOpen: boolean): Promise<void> => {
    const cause = exit.signal ?? `code ${exit.code}`;
    log.error({ cause, message, directory: layout.database }, 'embedded engine ended');
    if (await options.disk.isFull()) {
      if (!(await options.disk.releaseBallast())) {
        if (!everOpen) throw diskFull(layout);
        options.onDown(diskFull(layout).message);
        await sleep(LONGEST_DELAY_MS, undefined, { signal: stopping.signal });
        return;
      }
    } else if (wasOpen && exit.signal === 'SIGKILL') {
      // Nothing inside an engine ends it that way: somebody killed it, which says nothing about the data.
      failures = 0;
    } else {
      crashes.push(Date.now());
      const recent = crashes.filter((at) => at > Date.now() - tuning.crashWindowMs);
      if (recent.length >= tuning.crashLimit) throw crashLoop(layout, recent.length, cause, message);
    }
    await sleep(Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** failures), undefined, { signal: stopping.signal });
    failures += 1;
  };

  const supervise = async (opened: EngineChild): Promise<void> => {
    let child = opened;
    for (;;) {
      const exit = await child.exited;
      if (stopping.signal.aborted) return;
      if (openSince !== undefined && Date.now() - openSince >= SOUND_RUN_MS) failures = 0;
      openSince = undefined;
      options.onDown(`The embedded engine ended (${exit.signal ?? `code ${exit.code}`}) and is being started again.`);
      await judge(exit, '', true);
      child = await open();
      options.onUp();
    }
  };

  const guarded = supervise(await open()).catch((error: unknown) => {
    if (stopping.signal.aborted) return;
    current = undefined;
    const failure = error instanceof StoreError ? error : crashLoop(layout, 1, 'an error', String(error));
    log.error({ err: failure }, 'embedded engine given up');
    options.onFailed(failure);
  });

  return {
    uri,
    pid: () => current?.pid,
    killIfHung: (silentSince) => {
      if (openSince === undefined || Date.now() - Math.max(openSince, silentSince.getTime()) < tuning.hungAfterMs) return;
      log.error({ enginePid: current?.pid }, 'embedded engine hangs: it is killed and started again');
      current?.kill();
    },
    stop: async () => {
      stopping.abort();
      if (current !== undefined) await close(current, uri);
      await guarded;
      current = undefined;
    },
  };
}

/** Running queries are ended first: the engine would wait for each of them. */
async function close(child: EngineChild, uri: string): Promise<void> {
  await stopRunningOperations(uri).catch(() => undefined); // an engine that does not answer is killed below
  child.endInput();
  const patience = new AbortController();
  await Promise.race([child.exited, sleep(CLOSE_WITHIN_MS, undefined, { signal: patience.signal }).catch(() => undefined)]);
  patience.abort();
  child.kill();
  await child.exited;
}

const inUse = (layout: StoreLayout): StoreError =>
  new StoreError('directory-in-use', `The directory ${layout.database} is in use by another process. Stop that one, or set DATA_DIR to another directory.`);

const diskFull = (layout: StoreLayout): StoreError =>
  new StoreError('disk-low', `The disk of ${layout.dataDir} is full: free some space there, and the store opens again.`);

const crashLoop = (layout: StoreLayout, times: number, cause: string, message: string): StoreError =>
  new StoreError(
    'engine-crash-loop',
    `The embedded engine ended ${times} times in a row on ${layout.database} (last: ${[cause, message].filter(Boolean).join(', ')}). ` +
      `Its files may be damaged: keep a copy of the directory and restore a backup (npm run restore -- <file> --force).`,
  );
