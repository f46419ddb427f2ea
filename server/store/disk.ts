import type { Log } from '#server/ports.ts';
import { randomFillSync } from 'node:crypto';
import { open, rm, stat, statfs } from 'node:fs/promises';
import type { StoreLayout } from './layout.ts';

const MB = 1024 * 1024;

/** `low`: refuse what is not essential. `floor`: refuse every write, while the engine can still close cleanly. */
export type DiskLevel = 'ok' | 'warn' | 'low' | 'floor';

export interface DiskFree {
  bytes: number;
  share: number;
}

/** Absolute, because 10 % of a large disk is plenty and 10 % of a small one is nothing. */
export interface DiskLimits {
  warn: number;
  low: number;
  floor: number;
  /** Below this the engine cannot extend its journal and aborts. */
  full: number;
  ballast: number;
}

export const DISK_LIMITS: DiskLimits = {
  warn: 2048 * MB,
  low: 1024 * MB,
  floor: 256 * MB,
  full: 32 * MB,
  ballast: 64 * MB,
};

export interface Disk {
  level(): DiskLevel;
  free(): Promise<DiskFree>;
  isFull(): Promise<boolean>;
  /** Gives the engine room to reopen after a full disk; false when there is none left to give. */
  releaseBallast(): Promise<boolean>;
  stop(): Promise<void>;
}

/** Watches the disk under the store. */
export async function watchDisk(layout: StoreLayout, limits: DiskLimits, log: Log, everyMs: number): Promise<Disk> {
  let level: DiskLevel = 'ok';

  const free = async (): Promise<DiskFree> => {
    const { bavail, blocks, bsize } = await statfs(layout.dataDir);
    const now = { bytes: bavail * bsize, share: blocks === 0 ? 0 : bavail / blocks };
    const next = levelOf(now.bytes, limits);
    if (next !== level) {
      const details = { directory: layout.dataDir, freeMb: Math.floor(now.bytes / MB), level: next };
      if (next === 'ok') log.info(details, 'disk space is sufficient again');
      else log.warn(details, next === 'warn' ? 'disk space is getting low' : 'disk space is too low to accept everything');
    }
    level = next;
    return now;
  };
  const check = async (): Promise<void> => {
    const { bytes } = await free();
    // Well above the limit, or laying it would be what fills the disk again.
    if (bytes >= limits.low + limits.ballast) await layBallast(layout.ballast, limits.ballast);
  };

  await free();
  const report = (error: unknown): void => log.warn({ err: error, directory: layout.dataDir }, 'disk check failed');
  let checking: Promise<void> | undefined;
  const checkOnce = (): void => {
    checking ??= check()
      .catch(report)
      .finally(() => (checking = undefined));
  };
  checkOnce();
  const timer = setInterval(checkOnce, everyMs);
  timer.unref();
  return {
    level: () => level,
    free,
    isFull: async () => (await free()).bytes < limits.full,
    releaseBallast: async () => {
      const held = await sizeOf(layout.ballast);
      await rm(layout.ballast, { force: true });
      if (held > 0) log.warn({ directory: layout.dataDir, freedMb: held / MB }, 'the disk is full: ballast released');
      return held > 0;
    },
    stop: async () => {
      clearInterval(timer);
      await checking;
    },
  };
}

function levelOf(bytes: number, limits: DiskLimits): DiskLevel {
  if (bytes < limits.floor) return 'floor';
  if (bytes < limits.low) return 'low';
  return bytes < limits.warn ? 'warn' : 'ok';
}

/** Random bytes, since a file system may store zeros in no space at all. */
async function layBallast(file: string, bytes: number): Promise<void> {
  if (bytes === 0 || (await sizeOf(file)) >= bytes) return;
  const block = randomFillSync(Buffer.alloc(MB));
  const handle = await open(file, 'w', 0o600);
  try {
    for (let written = 0; written < bytes; written += MB) await handle.write(block);
  } finally {
    await handle.close();
  }
}

async function sizeOf(file: string): Promise<number> {
  return (await stat(file).catch(() => undefined))?.size ?? 0;
}
