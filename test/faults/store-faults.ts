import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { MongoServerError } from 'mongodb';
import { onTestFinished } from 'vitest';
import type { Store, StoreState } from '#server/store/store.ts';
import { testDirectory } from '#test/support/test-store.ts';

/** A directory that outlives its stores and goes with the test. */
export async function freshDirectory(): Promise<string> {
  const directory = await testDirectory();
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

/** Waits for something that can be seen; the test's own time limit ends a wait in vain. */
export async function until(seen: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await seen())) await sleep(20);
}

export const untilState = (store: Store, status: StoreState['status']): Promise<void> => until(() => store.state().status === status);

export function signal(store: Store, name: NodeJS.Signals): void {
  const pid = store.enginePid();
  if (pid === undefined) throw new Error('no engine is running');
  process.kill(pid, name);
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
    throw error;
  }
}

/** Inserts numbered documents until told to stop; tells which were acknowledged. */
export async function write(store: Store, prefix: string, stop: AbortSignal, text = ''): Promise<string[]> {
  const acknowledged: string[] = [];
  for (let n = 0; !stop.aborted; n += 1) {
    const name = `${prefix}/${n}`;
    try {
      await store.connection.collection('acknowledged').insertOne({ name, text });
      acknowledged.push(name);
    } catch (error) {
      // No answer is what a cut is, and a full disk is told; any other answer that says no would be a fault.
      if (error instanceof MongoServerError && !error.message.includes('No space left')) throw error;
    }
  }
  return acknowledged;
}
