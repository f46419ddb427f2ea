import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { MongoClient } from 'mongodb';

const EVERY_MS = 400;
const SILENT_AFTER_MS = 1000;

export interface Pulse {
  /** Looks at once, when something hints that the store went or came. */
  hint(): void;
  stop(): Promise<void>;
}

export interface PulseListener {
  onAnswer(): void | Promise<void>;
  onSilence(reason: string): void;
}

/** Pings the store on a connection of its own, so that a busy pool is not taken for a dead store. */
export function takePulse(uri: string, listener: PulseListener): Pulse {
  const client = new MongoClient(uri, {
    maxPoolSize: 1,
    heartbeatFrequencyMS: 1000,
    connectTimeoutMS: 1500,
    serverSelectionTimeoutMS: SILENT_AFTER_MS,
    socketTimeoutMS: 5000,
    retryReads: false,
  });
  let connected = false;
  let stopped = false;
  let wake = new AbortController();

  const ask = async (): Promise<void> => {
    // A first command that fails would close the client for good; connect() can be tried again.
    if (!connected) await client.connect();
    connected = true;
    await client.db('admin').command({ ping: 1 });
  };
  const beat = async (): Promise<void> => {
    const ping = ask().then(
      () => undefined,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    let settled = false;
    void ping.then(() => (settled = true));
    await Promise.race([ping, sleep(SILENT_AFTER_MS, undefined, { ref: false })]);
    // When it was this process that stood still, the answer is already waiting to be read.
    await nextTurn();
    if (!settled && !stopped) listener.onSilence('The store does not answer.');
    const failure = await ping;
    if (stopped) return;
    if (failure === undefined) await listener.onAnswer();
    else listener.onSilence(`The store cannot be reached: ${failure}`);
  };
  const loop = async (): Promise<void> => {
    while (!stopped) {
      await beat();
      wake = new AbortController();
      await sleep(EVERY_MS, undefined, { signal: wake.signal }).catch(() => undefined); // woken early
    }
  };

  const running = loop();
  return {
    hint: () => wake.abort(),
    stop: async () => {
      stopped = true;
      wake.abort();
      await client.close();
      await running;
    },
  };
}
