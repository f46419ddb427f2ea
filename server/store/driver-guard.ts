import { createRequire } from 'node:module';
import type { Socket } from 'node:net';
import { MongoNetworkError } from 'mongodb';

/** The part of the driver's internal connection that is mended here. */
interface DriverConnection {
  readonly id: number | string;
  readonly address: string;
  readonly socket: Socket;
  readonly closed: boolean;
  cleanup(error: Error): void;
  throwIfAborted(): void;
}

const guarded = new WeakSet<object>();

/**
 * The driver (7.8 and 7.9) leaves a command pending for ever, whatever its time limits, when its socket goes in one of two
 * moments: between the end of the stream and the `close` event, and while a large command waits for `drain`.
 * An order that waits for such a write would never be answered. Tests in test/faults hold both moments.
 */
export function guardDriver(): void {
  const load = createRequire(createRequire(import.meta.url).resolve('mongoose'));
  const { prototype } = (load('mongodb/lib/cmap/connection.js') as { Connection: { prototype: DriverConnection } }).Connection; // internal: it has no types
  if (guarded.has(prototype)) return;
  guarded.add(prototype);
  const { cleanup, throwIfAborted } = prototype;
  if (typeof cleanup !== 'function' || typeof throwIfAborted !== 'function') throw new Error('This version of mongodb is not known to the driver guard.');

  // Destroying with the error, not without, is what ends a wait for `drain`.
  prototype.cleanup = function guardedCleanup(error) {
    if (!this.closed) this.socket.destroy(error);
    cleanup.call(this, error);
  };
  prototype.throwIfAborted = function guardedThrow() {
    throwIfAborted.call(this);
    if (this.socket.destroyed) throw new MongoNetworkError(`connection ${this.id} to ${this.address} closed`);
  };
}
