import { v7 } from 'uuid';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { OrderType, Payload } from '#shared/catalogue.ts';
import type { Answer } from '#shared/order.ts';
import { outboxOn, type Disk } from './disk.ts';
import { campaign } from './leader.ts';
import { OutboxQueue, type OutboxChange, type OutboxDisk, type Sending } from './outbox-queue.ts';
import { post } from './post.ts';

export type { Sending } from './outbox-queue.ts';

interface OutboxState {
  entries: readonly Sending[];
  /** This device could not keep an order: it is lost if the page is closed before it is sent. */
  unkept: boolean;
}

const outbox = createStore<OutboxState>(() => ({ entries: [], unkept: false }));
const waiting = new Map<string, (answer: Answer) => void>();
let queue: OutboxQueue | undefined;

/** Gives an order. It is kept and sent until it was answered; `done` never rejects and may take as long as the network. */
export function send<T extends OrderType>(type: T, payload: Payload<T>): { id: string; done: Promise<Answer> } {
  if (!queue) throw new Error('An order needs a seat: nobody is signed in.');
  const id = v7();
  const done = new Promise<Answer>((resolve) => waiting.set(id, resolve));
  void queue.add({ id, type, payload, at: new Date().toISOString(), state: 'queued' });
  return { id, done };
}

/** Every order not yet answered, the refused ones until dismissed, and the last recorded ones, oldest first. */
export const useOutbox = (): readonly Sending[] => useStore(outbox, (state) => state.entries);

export const outboxNow = (): readonly Sending[] => outbox.getState().entries;

export const useSending = (id: string | undefined): Sending | undefined => useStore(outbox, (state) => state.entries.find((entry) => entry.id === id));

export const useUnkept = (): boolean => useStore(outbox, (state) => state.unkept);

export const isWaiting = (entry: Sending): boolean => entry.state === 'queued' || entry.state === 'sending';

export const waitingNow = (): number => outbox.getState().entries.filter(isWaiting).length;

export const dismiss = (id: string): void => void queue?.dismiss(id);

/** Tries now what waits for its next try. */
export const hurryOutbox = (): void => queue?.hurry();

/** Opens the queue of a user; returns how to close it. What waits stays on disk. */
export function openOutbox(disk: Disk | undefined, userId: string): () => void {
  const channel = new BroadcastChannel(`fenghuo.outbox.${userId}`);
  const mine = new OutboxQueue({
    disk: forgiving(disk ? outboxOn(disk) : undefined),
    post,
    now: Date.now,
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    changed: (entries) => {
      outbox.setState({ entries });
      for (const { id, answer } of entries) if (answer) settle(id, answer);
    },
    share: (change) => channel.postMessage(change),
  });
  channel.addEventListener('message', ({ data }: MessageEvent<OutboxChange>) => mine.learn(data));
  queue = mine;
  void mine.load();
  const resign = campaign(`outbox.${userId}`, () => void mine.lead());
  return () => {
    resign();
    mine.stop();
    channel.close();
    queue = undefined;
    waiting.clear();
    outbox.setState({ entries: [], unkept: false });
  };
}

function settle(id: string, answer: Answer): void {
  waiting.get(id)?.(answer);
  waiting.delete(id);
}

/** A full or forbidden disk must not stop an order: it is sent all the same, and the person is told. */
function forgiving(disk: OutboxDisk | undefined): OutboxDisk {
  const tell = (error?: unknown): void => {
    console.warn('Orders can not be kept on this device.', error);
    outbox.setState({ unkept: true });
  };
  if (!disk) return { all: async () => [], put: async () => tell(), remove: async () => undefined };
  return {
    all: () => disk.all().catch((error: unknown) => (tell(error), [])),
    put: (entry) => disk.put(entry).catch(tell),
    remove: (id) => disk.remove(id).catch(tell),
  };
}
