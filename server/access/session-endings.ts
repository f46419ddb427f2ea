import type { ByeReason } from '#shared/protocol.ts';
import type { Log } from '#server/ports.ts';

export interface Ended {
  sessionIds: string[];
  reason: ByeReason;
  /** Nobody ended it: there was no sign of life for too long. */
  expired?: boolean;
}

/** Tells who listens that sessions are over. `count` moves with each telling: what was read before may be out of date. */
export function createEndings(log: Log) {
  const listeners = new Set<(ended: Ended) => void>();
  let count = 0;
  return {
    count: (): number => count,
    tell(ended: Ended): void {
      count += 1;
      for (const listener of listeners) {
        try {
          listener(ended);
        } catch (error) {
          log.error({ err: error }, 'a listener to ended sessions failed');
        }
      }
    },
    listen(listener: (ended: Ended) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
