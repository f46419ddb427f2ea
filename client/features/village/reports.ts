import { v7 } from 'uuid';
import type { Payload } from '#shared/catalogue.ts';
import { campaign } from '#client/store/leader.ts';
import { OutboxQueue, type OutboxChange, type OutboxDisk, type Sending } from '#client/store/outbox-queue.ts';
import { nowIso, now } from './clock.ts';
import { openVillageDisk, outboxOn, type VillageDisk } from './disk.ts';
import { postOrder } from './server.ts';
import { village } from './state.ts';

let queue: OutboxQueue | undefined;
let disk: VillageDisk | undefined;

/** The id of a report, made at its first tap and kept through every try. */
export const newId = (): string => v7();

/** Files a report. When it resolves, the phone has it; it is sent until it was answered. */
export async function file(id: string, payload: Payload<'incident.log'>): Promise<void> {
  // Not awaited: a browser may ask the person, and the report must not wait for that.
  void navigator.storage?.persist?.();
  await queue?.add({ id, type: 'incident.log', payload, at: nowIso(), state: 'queued' });
}

/** `at` is when it was seen: for what was first begun as a report of its own, that of its first tap. */
export async function addNote(incidentId: string, text: string, at = nowIso()): Promise<void> {
  await queue?.add({ id: v7(), type: 'incident.note', payload: { incidentId, text, at } satisfies Payload<'incident.note'>, at: nowIso(), state: 'queued' });
}

/** 叫应: says that the alert was heard. It waits for a signal as a report does. */
export async function answerAlert(alertId: string): Promise<void> {
  await queue?.add({ id: v7(), type: 'alert.answer', payload: { alertId } satisfies Payload<'alert.answer'>, at: nowIso(), state: 'queued' });
}

/** Takes a refused order out of sight. */
export const dismiss = (id: string): void => void queue?.dismiss(id);

/** Sends at once what waits for its next try. */
export const hurry = (): void => queue?.hurry();

export const diskNow = (): VillageDisk | undefined => disk;

/** Opens a reporter's queue; returns how to close it. What waits stays on the phone. */
export async function openReports(userId: string, recorded: () => void): Promise<() => void> {
  disk = await openVillageDisk(userId).catch(unkept);
  const [sent, incidents] = disk ? await Promise.all([disk.getAll('sent'), disk.getAll('incidents')]) : [[], []];
  village.setState({ sent, incidents: new Map(incidents.map((incident) => [incident.id, incident])), timelines: new Map() });
  const channel = new BroadcastChannel(`fenghuo.village.${userId}`);
  const mine = new OutboxQueue({
    disk: forgiving(disk ? outboxOn(disk, nowIso) : undefined),
    post: postOrder,
    now,
    after(ms, run) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    changed: (entries) => {
      const before = recordedIn(village.getState().entries);
      village.setState({ entries });
      if (recordedIn(entries) > before) recorded();
    },
    share: (change) => channel.postMessage(change),
  });
  channel.addEventListener('message', ({ data }: MessageEvent<OutboxChange>) => mine.learn(data));
  queue = mine;
  await mine.load();
  const resign = campaign(`village.${userId}`, () => void mine.lead());
  return () => {
    resign();
    mine.stop();
    channel.close();
    disk?.close();
    queue = disk = undefined;
    village.setState({ entries: [], sent: [], incidents: new Map(), timelines: new Map(), unkept: false });
  };
}

const recordedIn = (entries: readonly Sending[]): number => entries.filter(({ state }) => state === 'recorded').length;

function unkept(error: unknown): undefined {
  console.warn('Reports can not be kept on this phone.', error);
  village.setState({ unkept: true });
}

/** A full or forbidden disk must not stop a report: it is sent all the same, and the person is told. */
function forgiving(kept: OutboxDisk | undefined): OutboxDisk {
  if (!kept) return { all: async () => [], put: async () => undefined, remove: async () => undefined };
  return {
    all: () => kept.all().catch((error: unknown) => (unkept(error), [])),
    put: (entry) => kept.put(entry).catch(unkept),
    remove: (id) => kept.remove(id).catch(unkept),
  };
}
