import { openDB } from 'idb';

export type Numbers = Readonly<Record<string, { name?: string; phone?: string }>>;

/** Names and numbers of the contact book as they were shown last, for the hours in which the server is away. */
export interface KeptNumbers {
  at: string;
  contacts: Numbers;
}

const NAME = 'fenghuo.numbers';
const STORE = 'numbers';

const open = () => openDB(NAME, 1, { upgrade: (db) => void db.createObjectStore(STORE) });

export async function keepNumbers(userId: string, kept: KeptNumbers): Promise<void> {
  const db = await open();
  await db.put(STORE, kept, userId);
  db.close();
}

export async function readNumbers(userId: string): Promise<KeptNumbers | undefined> {
  const db = await open();
  const kept: KeptNumbers | undefined = await db.get(STORE, userId);
  db.close();
  return kept;
}

/** With whoever signs out, they leave this device. */
export async function wipeNumbers(): Promise<void> {
  const db = await open();
  await db.clear(STORE);
  db.close();
}
