import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { AnyDocument, Kind } from '#shared/world.ts';
import { NOTHING, type Effect, type Live } from './live.ts';
import type { OutboxDisk, Sending } from './outbox-queue.ts';

interface Kept extends DBSchema {
  documents: { key: string; value: { kind: Kind; doc: AnyDocument } };
  head: { key: 'head'; value: { journal: string; seq: number } };
  outbox: { key: string; value: Sending };
}

export type Disk = IDBPDatabase<Kept>;

/** What one user's browser keeps: the documents last seen, and the orders not yet answered. */
export function openDisk(userId: string): Promise<Disk> {
  return openDB<Kept>(`fenghuo.${userId}`, 1, {
    upgrade(db) {
      db.createObjectStore('documents');
      db.createObjectStore('head');
      db.createObjectStore('outbox', { keyPath: 'id' });
    },
  });
}

export async function readLive(disk: Disk): Promise<Live> {
  const tx = disk.transaction(['documents', 'head']);
  const [head, kept] = await Promise.all([tx.objectStore('head').get('head'), tx.objectStore('documents').getAll()]);
  if (!head) return NOTHING;
  const docs = new Map<Kind, Map<string, AnyDocument>>();
  for (const { kind, doc } of kept) {
    const map = docs.get(kind) ?? new Map<string, AnyDocument>();
    docs.set(kind, map.set(doc.id, doc));
  }
  return { ...head, docs, gone: new Map() };
}

/** Writes what changed and how far it goes in one transaction, so the disk is never between two states. */
export async function writeEffect(disk: Disk, effect: Effect, head: { journal: string; seq: number }): Promise<void> {
  const tx = disk.transaction(['documents', 'head'], 'readwrite');
  const documents = tx.objectStore('documents');
  const writes: Promise<unknown>[] = [];
  if (effect.reset) writes.push(documents.clear());
  for (const { kind, id } of effect.drops) writes.push(documents.delete(`${kind}/${id}`));
  for (const { kind, id, doc } of effect.puts) writes.push(documents.put({ kind, doc }, `${kind}/${id}`));
  writes.push(tx.objectStore('head').put(head, 'head'), tx.done);
  await Promise.all(writes);
}

/** Forgets what a user saw. Orders that were not sent yet stay. */
export async function wipeDocuments(disk: Disk): Promise<void> {
  const tx = disk.transaction(['documents', 'head'], 'readwrite');
  await Promise.all([tx.objectStore('documents').clear(), tx.objectStore('head').clear(), tx.done]);
}

export function outboxOn(disk: Disk): OutboxDisk {
  return {
    all: () => disk.getAll('outbox'),
    put: async (entry) => void (await disk.put('outbox', entry)),
    remove: (id) => disk.delete('outbox', id),
  };
}
