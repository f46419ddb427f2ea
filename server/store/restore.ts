import { mkdir, mkdtemp, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { BSON, type Db, type Document } from 'mongodb';
import { BackupError, KeyLine, backupLines, collectionOf, verifyBackup, type BackupHeader, type BackupTrailer } from './backup-format.ts';
import { layoutOf } from './layout.ts';
import { reachStore, runningEngine, type StorePlace } from './reach.ts';

const BATCH = 1000;
const BATCH_CHARACTERS = 16 * 1024 * 1024;

export interface RestoreOptions {
  /** Moves what is there aside instead of refusing. */
  force?: boolean;
}

/**
 * Puts a backup into an empty store. The file is checked to its end before anything is written; an embedded store is
 * made beside the place and moved there when it is whole, so that a restore that was cut short leaves nothing behind.
 */
export async function restore(into: StorePlace, inFile: string, { force = false }: RestoreOptions = {}): Promise<BackupTrailer> {
  const { header, trailer } = await verifyBackup(inFile);
  if (into.mongodbUri !== undefined) return restoreIntoServer(into, inFile, header, trailer, force);

  const layout = layoutOf(into.dataDir);
  await mkdir(layout.dataDir, { recursive: true, mode: 0o700 });
  const running = await runningEngine(into);
  if (running !== undefined) {
    await running.close();
    throw new BackupError('in-use', `A server is running on ${layout.dataDir}. Stop it first.`);
  }
  if (!force) await refuseUnlessEmpty(into, inFile);

  const draftDir = await mkdtemp(path.join(layout.dataDir, 'restore-'));
  try {
    const draft = layoutOf(draftDir);
    const store = await reachStore({ ...into, dataDir: draftDir, glibcCache: layout.glibc });
    try {
      await fill(store.db, inFile, header, trailer);
    } finally {
      await store.close();
    }
    await writeKeys(draft.keys, inFile);
    const aside = `before-restore-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`;
    await replace(draft.database, layout.database, aside);
    if (trailer.keys > 0) await replace(draft.keys, layout.keys, aside);
    return trailer;
  } finally {
    await rm(draftDir, { recursive: true, force: true });
  }
}

async function restoreIntoServer(into: StorePlace, inFile: string, header: BackupHeader, trailer: BackupTrailer, force: boolean): Promise<BackupTrailer> {
  if (force) throw new BackupError('unsupported', 'A database on a server cannot be moved aside: name an empty one in MONGODB_URI.');
  await refuseUnlessEmpty(into, inFile);
  const store = await reachStore(into);
  try {
    await fill(store.db, inFile, header, trailer);
  } finally {
    await store.close();
  }
  await writeKeys(layoutOf(into.dataDir).keys, inFile);
  return trailer;
}

/** The file's documents and indexes, then a count of what arrived. */
async function fill(db: Db, inFile: string, header: BackupHeader, trailer: BackupTrailer): Promise<void> {
  const existing = new Set((await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name));
  for (const { name, options } of header.collections) {
    if (!existing.has(name)) await db.createCollection(name, BSON.EJSON.parse(options));
  }
  let name = '';
  let batch: Document[] = [];
  let characters = 0;
  const write = async (): Promise<void> => {
    if (batch.length > 0) await db.collection(name).insertMany(batch, { ordered: false });
    batch = [];
    characters = 0;
  };
  for await (const line of backupLines(inFile)) {
    if (!line.startsWith('{"c":')) continue;
    const collection = collectionOf(line);
    if (collection !== name || batch.length >= BATCH || characters > BATCH_CHARACTERS) await write();
    name = collection;
    const { d } = BSON.EJSON.parse(line, { relaxed: false }) as { d: Document }; // the line's form was checked by verifyBackup
    batch.push(d);
    characters += line.length;
  }
  await write();
  for (const { name: indexed, indexes } of header.collections) await makeIndexes(db, indexed, indexes);
  for (const [counted, expected] of Object.entries(trailer.counts)) {
    const arrived = await db.collection(counted).countDocuments();
    if (arrived !== expected) throw new BackupError('damaged', `${counted} has ${arrived} documents after the restore, not ${expected}.`);
  }
}

async function makeIndexes(db: Db, collection: string, indexes: string): Promise<void> {
  const wanted = (BSON.EJSON.parse(indexes) as { key: Record<string, number>; name: string; v?: number; ns?: string }[]) // as MongoDB lists them
    .filter(({ name }) => name !== '_id_')
    .map(({ v: _version, ns: _namespace, ...index }) => index);
  if (wanted.length > 0) await db.collection(collection).createIndexes(wanted);
}

async function writeKeys(directory: string, inFile: string): Promise<void> {
  for await (const key of keysIn(inFile)) {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    const handle = await open(path.join(directory, key.name), 'w', 0o600);
    await handle.writeFile(key.bytes);
    await handle.sync();
    await handle.close();
  }
}

async function* keysIn(inFile: string): AsyncGenerator<{ name: string; bytes: Buffer }> {
  for await (const line of backupLines(inFile)) {
    if (!line.startsWith('{"key":')) continue;
    const { key, base64 } = KeyLine.parse(JSON.parse(line));
    yield { name: key, bytes: Buffer.from(base64, 'base64') };
  }
}

async function refuseUnlessEmpty(into: StorePlace, inFile: string): Promise<void> {
  const layout = layoutOf(into.dataDir);
  const filled = await filledCollection(into, layout.database);
  if (filled !== undefined) {
    const where = into.mongodbUri === undefined ? layout.database : 'The database';
    throw new BackupError('not-empty', `${where} is not empty (${filled} has documents). Use --force to move it aside.`);
  }
  for await (const { name, bytes } of keysIn(inFile)) {
    const present = await readFile(path.join(layout.keys, name)).catch(() => undefined); // absent is what is hoped for
    if (present !== undefined && !present.equals(bytes)) {
      throw new BackupError('not-empty', `${layout.keys} holds another ${name}. Use --force to move the folder aside.`);
    }
  }
}

async function filledCollection(into: StorePlace, database: string): Promise<string | undefined> {
  if (into.mongodbUri === undefined && (await readdir(database).catch(() => [])).length === 0) return undefined; // nothing to open
  const store = await reachStore(into);
  try {
    for (const { name } of await store.db.listCollections({ type: 'collection' }, { nameOnly: true }).toArray()) {
      if (!name.startsWith('system.') && (await store.db.collection(name).findOne({}, { projection: { _id: 1 } })) !== null) return name;
    }
    return undefined;
  } finally {
    await store.close();
  }
}

async function replace(from: string, to: string, aside: string): Promise<void> {
  await rename(to, `${to}.${aside}`).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  await rename(from, to);
}
