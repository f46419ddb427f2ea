import type { Log } from '#server/ports.ts';

export type StoreState =
  | { status: 'ready' }
  | { status: 'away'; since: Date; reason: string }
  /** Given up: only a person can mend it. */
  | { status: 'failed'; reason: string };

export function createStoreState(log: Log) {
  const listeners = new Set<(state: StoreState) => void>();
  let state: StoreState = { status: 'ready' };

  const change = (next: StoreState): void => {
    state = next;
    for (const listener of listeners) {
      try {
        listener(next);
      } catch (error) {
        log.error({ err: error }, 'a listener to the state of the store failed');
      }
    }
  };
  return {
    get: (): StoreState => state,
    subscribe: (listener: (state: StoreState) => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ready: (): void => {
      if (state.status !== 'away') return;
      log.info({ awayMs: Date.now() - state.since.getTime() }, 'the store is back');
      change({ status: 'ready' });
    },
    /** Since when stays the first moment, the reason becomes the latest known. */
    away: (reason: string): void => {
      if (state.status === 'failed') return;
      if (state.status === 'ready') {
        log.warn({ reason }, 'the store is away');
        change({ status: 'away', since: new Date(), reason });
      } else state = { ...state, reason };
    },
    failed: (reason: string): void => {
      if (state.status !== 'failed') change({ status: 'failed', reason });
    },
  };
}
