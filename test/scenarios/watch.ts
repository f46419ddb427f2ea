import type { Frame, Put } from '#shared/feed.ts';
import type { ByeReason, ClientToServer, ServerToClient } from '#shared/protocol.ts';
import type { Documents, Kind } from '#shared/world.ts';
import { io, type Socket } from 'socket.io-client';

/** A seat at its screen: what it has been shown, and when. */
export interface Watch {
  get<K extends Kind>(kind: K, id: string): Documents[K] | undefined;
  all<K extends Kind>(kind: K): Documents[K][];
  /** Every put and drop in the order in which it came, with the commit of the document (put) or of the frame (drop). */
  readonly history: readonly { seq: number; kind: Kind; id: string; what: 'put' | 'drop' }[];
  /** Resolves when the condition holds after some frame; rejects when the connection ends first. */
  until(condition: () => boolean): Promise<void>;
  close(): void;
}

export interface WatchOptions {
  onPut?: (put: Put) => void;
  onBye?: (reason: ByeReason) => void;
}

/** Connects as a client that has nothing yet, and resolves when it has been shown all that it may see. */
export async function watchFeed(baseUrl: string, token: string, { onPut, onBye }: WatchOptions = {}): Promise<Watch> {
  const socket: Socket<ServerToClient, ClientToServer> = io(baseUrl, { auth: { token, since: 0 }, transports: ['websocket'], reconnection: false });
  const docs = new Map<string, Put>();
  const history: { seq: number; kind: Kind; id: string; what: 'put' | 'drop' }[] = [];
  const waiting = new Set<{ condition: () => boolean; resolve: () => void; reject: (error: Error) => void }>();

  socket.on('feed', (frame: Frame) => {
    if (frame.complete) docs.clear();
    for (const put of frame.puts) {
      docs.set(`${put.kind}/${put.id}`, put);
      history.push({ seq: put.doc.seq, kind: put.kind, id: put.id, what: 'put' });
      onPut?.(put);
    }
    for (const { kind, id } of frame.drops) {
      docs.delete(`${kind}/${id}`);
      history.push({ seq: frame.seq, kind, id, what: 'drop' });
    }
    for (const wait of waiting) if (wait.condition()) settle(wait);
  });
  socket.on('bye', ({ reason }) => onBye?.(reason));
  socket.on('disconnect', (reason) => {
    for (const { reject } of waiting) reject(new Error(`The connection ended: ${reason}.`));
  });

  function settle(wait: { resolve: () => void } & Parameters<typeof waiting.delete>[0]): void {
    waiting.delete(wait);
    wait.resolve();
  }

  function until(condition: () => boolean): Promise<void> {
    if (condition()) return Promise.resolve();
    return new Promise((resolve, reject) => void waiting.add({ condition, resolve, reject }));
  }

  await new Promise<void>((resolve, reject) => {
    socket.once('connect_error', reject);
    socket.once('feed', () => resolve());
  });
  return {
    // The map's key holds the kind, so the document is of that kind.
    get: <K extends Kind>(kind: K, id: string) => docs.get(`${kind}/${id}`)?.doc as Documents[K] | undefined,
    all: <K extends Kind>(kind: K) => [...docs.values()].filter((put) => put.kind === kind).map(({ doc }) => doc as Documents[K]),
    history,
    until,
    close: () => void socket.disconnect(),
  };
}
