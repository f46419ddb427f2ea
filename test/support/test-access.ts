import { rm } from 'node:fs/promises';
import type { Seat } from '#shared/seat.ts';
import { consoleSeat } from '#server/access/account-actions.ts';
import type { Access } from '#server/access/access.ts';
import { readConfig, type Config } from '#server/config.ts';
import { openCore, type Core } from '#server/core.ts';
import { systemClock, type Clock } from '#server/ports.ts';
import type { Store } from '#server/store/store.ts';
import { pino } from 'pino';
import { afterAll, beforeAll } from 'vitest';
import { testDirectory, testStore } from './test-store.ts';

/** A real logger, as HTTP wants one. */
export const quiet = pino({ level: 'silent' });

/** Real time, and a way to move on in it. */
export interface MovableClock extends Clock {
  move(ms: number): void;
}

export function movableClock(): MovableClock {
  let ahead = 0;
  return { now: () => new Date(Date.now() + ahead), after: systemClock.after, move: (ms) => void (ahead += ms) };
}

export const ADMIN_PASSWORD = 'give-me-the-keys';
export const HERE = { ip: '127.0.0.1', userAgent: 'test' };
export const administrator: Seat = consoleSeat('360700');

export function testConfig(dataDir: string, env: NodeJS.ProcessEnv = {}): Config {
  return readConfig({ DATA_DIR: dataDir, PORT: '0', ADMIN_PASSWORD, LOG_LEVEL: 'silent', PLAN_LIBRARY: 'none', ...env }, '/dev/null');
}

/** The machine on a store that the test owns, with its first administrator. */
export async function openAccess(store: Store, dataDir: string, clock: Clock = systemClock): Promise<Core> {
  const core = await openCore(testConfig(dataDir), { log: quiet, clock, store });
  await core.access.ensureAdministrator();
  return core;
}

export const PASSWORD = 'river rising 42';
let made = 0;

/** A county's duty officer of Yudu, unless said otherwise. */
export async function addOfficer(access: Access, more: object = {}): Promise<{ id: string; username: string }> {
  made += 1;
  const username = `officer-${made}`;
  const { id } = await access.addUser({ username, password: PASSWORD, name: '张三', role: 'county-duty', org: '360731', ...more }, administrator);
  return { id, username };
}

/** The code and the status of an expected "no". */
export async function refusalOf(work: Promise<unknown>): Promise<{ status: unknown; code: unknown; details?: unknown }> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Error && 'status' in error && 'code' in error)
      return { status: error.status, code: error.code, ...('details' in error ? { details: error.details } : {}) };
    throw error;
  }
  throw new Error('It was not refused.');
}

/** A machine of its own for a test file; ask for it inside of tests and hooks. */
export function withAccess(clock?: Clock): { core(): Core; store(): Store; dataDir(): string } {
  let held: { core: Core; store: Store; dataDir: string } | undefined;
  beforeAll(async () => {
    const dataDir = await testDirectory();
    const store = await testStore({ dataDir });
    held = { dataDir, store, core: await openAccess(store, dataDir, clock) };
  });
  afterAll(async () => {
    await held?.core.close();
    await held?.store.close();
    if (held) await rm(held.dataDir, { recursive: true, force: true });
  });
  const own = () => {
    if (!held) throw new Error('The machine is not open yet.');
    return held;
  };
  return { core: () => own().core, store: () => own().store, dataDir: () => own().dataDir };
}
