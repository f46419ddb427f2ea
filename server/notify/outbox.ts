import type { Clock, Log } from '#server/ports.ts';
import type { Attempt, DeliveryRecord, DeliveryState, NotifyModels } from './models.ts';

/** What became of one attempt. `again` is tried once more after a while. */
export interface Outcome {
  state: DeliveryState | 'again';
  status?: number;
  error?: string;
  retryAfterS?: number;
}

export interface Parcel {
  record: Omit<DeliveryRecord, 'state' | 'attempts'>;
  send(): Promise<Outcome>;
}

export interface NotifyCounts {
  waiting: number;
  sent: number;
  failed: number;
  attempts: number;
}

export interface Outbox {
  add(parcels: readonly Parcel[]): Promise<void>;
  counts(): NotifyCounts;
  /** Resolves when nothing is on its way but what waits for a later attempt. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

/** More than these wait for nobody: a receiver that is away must not fill the memory. */
const MOST_WAITING = 5000;
const AT_ONCE = 8;
/** Seconds until the next attempt: an offer that is a quarter of an hour old is answered by telephone. */
const BACK_OFF_S = [2, 10, 30, 120, 300] as const;
const LONGEST_WAIT_S = 600;

/** Sends what it is given, few at once, tries again with growing pauses, and writes down what became of each attempt. */
export function openOutbox({ deliveries }: Pick<NotifyModels, 'deliveries'>, clock: Clock, log: Log): Outbox {
  const queue: { parcel: Parcel; attempt: number }[] = [];
  const timers = new Set<() => void>();
  const running = new Set<Promise<void>>();
  const counts: NotifyCounts = { waiting: 0, sent: 0, failed: 0, attempts: 0 };
  let stopped = false;

  function pump(): void {
    while (!stopped && running.size < AT_ONCE) {
      const next = queue.shift();
      if (!next) return;
      const run: Promise<void> = attemptOne(next.parcel, next.attempt).finally(() => {
        running.delete(run);
        pump();
      });
      running.add(run);
    }
  }

  async function attemptOne(parcel: Parcel, attempt: number): Promise<void> {
    counts.attempts += 1;
    const at = clock.now();
    const outcome = await parcel.send().catch((error: unknown): Outcome => ({ state: 'again', error: error instanceof Error ? error.message : String(error) }));
    const { status, error } = outcome;
    const pause = BACK_OFF_S[attempt];
    const goesOn = outcome.state === 'again' && pause !== undefined && !stopped;
    const state: DeliveryState = goesOn ? 'waiting' : outcome.state === 'again' ? 'failed' : outcome.state;
    await keep(parcel.record._id, state, { at, ...(status === undefined ? {} : { status }), ...(error === undefined ? {} : { error: error.slice(0, 200) }) });
    if (goesOn) return later(parcel, attempt + 1, Math.min(LONGEST_WAIT_S, Math.max(pause, outcome.retryAfterS ?? 0)));
    counts.waiting -= 1;
    if (state === 'sent') counts.sent += 1;
    else counts.failed += 1;
    if (state === 'failed') log.warn({ delivery: parcel.record._id, status, error }, 'a message did not arrive');
  }

  function later(parcel: Parcel, attempt: number, seconds: number): void {
    const cancel = clock.after(seconds * 1000, () => {
      timers.delete(cancel);
      queue.push({ parcel, attempt });
      pump();
    });
    timers.add(cancel);
  }

  async function keep(id: string, state: DeliveryState, attempt: Attempt): Promise<void> {
    await written(deliveries.updateOne({ _id: id }, { $set: { state }, $push: { attempts: attempt } }), 'an attempt was not written down');
  }

  async function written(work: PromiseLike<unknown>, otherwise: string): Promise<boolean> {
    try {
      await work;
      return true;
    } catch (error) {
      if (isThere(error)) return false;
      // A message matters more than its log: it goes out while the store is away.
      log.warn({ error: String(error) }, otherwise);
      return true;
    }
  }

  return {
    async add(parcels) {
      for (const parcel of parcels) {
        const room = counts.waiting < MOST_WAITING;
        if (room) counts.waiting += 1;
        else counts.failed += 1;
        const first = await written(
          deliveries.collection.insertOne({ ...parcel.record, state: room ? 'waiting' : 'dropped', attempts: [] } as never),
          'a message was not written down',
        );
        if (!first && room) counts.waiting -= 1;
        if (!first || !room) continue;
        queue.push({ parcel, attempt: 0 });
        pump();
      }
    },
    counts: () => ({ ...counts }),
    async idle() {
      while (running.size > 0) await Promise.all(running);
    },
    async stop() {
      stopped = true;
      for (const cancel of timers) cancel();
      queue.length = 0;
      await Promise.all(running);
    },
  };
}

const DUPLICATE = 11_000;
const isThere = (error: unknown): boolean => typeof error === 'object' && error !== null && 'code' in error && error.code === DUPLICATE;
