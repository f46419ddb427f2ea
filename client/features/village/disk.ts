import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Incident } from '#shared/incident/state.ts';
import type { OutboxDisk, Sending } from '#client/store/outbox-queue.ts';

interface Kept extends DBSchema {
  outbox: { key: string; value: Sending };
  sent: { key: string; value: Sending };
  incidents: { key: string; value: Incident };
}

export type VillageDisk = IDBPDatabase<Kept>;

const SENT_KEPT = 50;
const NAME = 'fenghuo.village.';

/** What one reporter's phone keeps: what is not answered yet, what was sent, and what the desk made of it when last heard. */
export function openVillageDisk(userId: string): Promise<VillageDisk> {
  return openDB<Kept>(NAME + userId, 1, {
    upgrade(db) {
      db.createObjectStore('outbox', { keyPath: 'id' });
      db.createObjectStore('sent', { keyPath: 'id' });
      db.createObjectStore('incidents', { keyPath: 'id' });
    },
  });
}

/** The queue's disk. A report that was taken moves to `sent` in the same transaction that takes it out of the queue. */
export function outboxOn(disk: VillageDisk, now: () => string): OutboxDisk {
  return {
    all: () => disk.getAll('outbox'),
    async put(entry) {
      // A phone that goes dark in the next second must still have it.
      const tx = disk.transaction('outbox', 'readwrite', { durability: 'strict' });
      await Promise.all([tx.store.put(entry), tx.done]);
    },
    async remove(id) {
      const tx = disk.transaction(['outbox', 'sent'], 'readwrite');
      const entry = await tx.objectStore('outbox').get(id);
      if (entry?.type === 'incident.log' && entry.state !== 'refused') await tx.objectStore('sent').put({ ...entry, state: 'recorded', answeredAt: now() });
      const old = (await tx.objectStore('sent').getAllKeys()).slice(0, -SENT_KEPT);
      await Promise.all([...old.map((key) => tx.objectStore('sent').delete(key)), tx.objectStore('outbox').delete(id), tx.done]);
    },
  };
}

/** How many reports wait on this phone, whoever wrote them. A browser that can't list its databases says none. */
export async function waitingOnThisPhone(): Promise<number> {
  const databases = await (indexedDB.databases as typeof indexedDB.databases | undefined)?.call(indexedDB);
  const counts = (databases ?? []).map(async ({ name }) => {
    if (!name?.startsWith(NAME)) return 0;
    const disk = await openVillageDisk(name.slice(NAME.length));
    const kept = await disk.getAll('outbox');
    disk.close();
    return kept.filter(({ state }) => state !== 'refused').length;
  });
  return (await Promise.all(counts)).reduce((sum, n) => sum + n, 0);
}
