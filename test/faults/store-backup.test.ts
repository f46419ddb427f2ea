import { appendFile, mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { BSON, type Document } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { silentLog } from '#server/ports.ts';
import { backup } from '#server/store/backup.ts';
import { verifyBackup } from '#server/store/backup-format.ts';
import { layoutOf, socketUri } from '#server/store/layout.ts';
import { restore } from '#server/store/restore.ts';
import type { Store } from '#server/store/store.ts';
import { testStore } from '#test/support/test-store.ts';
import { freshDirectory } from './store-faults.ts';

const LIMIT = { timeout: 60_000 };
const place = (dataDir: string) => ({ dataDir, log: silentLog });

describe('a backup', LIMIT, () => {
  it('put back into an empty directory is the same store, to the type of each value', async () => {
    const from = await filledDirectory();
    const into = await freshDirectory();
    const file = path.join(into, 'out.gz');
    const written = await backup(place(from), file);
    const restored = await restore(place(into), file);
    expect(restored).toEqual(written);
    expect(restored.counts).toEqual({ empty: 0, incidents: 2500, journal: 30 });
    expect(await contentOf(into)).toEqual(await contentOf(from));
    expect(await readFile(path.join(layoutOf(into).keys, 'vault.key'))).toEqual(Buffer.from([0, 255, 10, 13]));
  });

  it('is made through the engine of a server that is running', async () => {
    const from = await filledDirectory();
    const running = await testStore({ dataDir: from });
    const file = path.join(from, 'out.gz');
    const { counts } = await backup(place(from), file);
    await running.connection.collection('incidents').insertOne({ n: 'still served' });
    await running.close();
    expect(counts).toMatchObject({ incidents: 2500, journal: 30 });
  });

  it('copies the journal after the documents, so that documents never run ahead of it', async () => {
    const from = await freshDirectory();
    const store = await testStore({ dataDir: from });
    for (const name of ['vault', 'journal', 'zones', 'checkpoints', 'incidents']) await store.connection.collection(name).insertOne({ a: 1 });
    await store.close();
    const file = path.join(from, 'out.gz');
    await backup(place(from), file);
    const { header } = await verifyBackup(file);
    expect(header.collections.map(({ name }) => name)).toEqual(['checkpoints', 'incidents', 'zones', 'journal', 'vault']);
  });

  it('leaves out where teams were: what is deleted after a while must not come back', async () => {
    const from = await freshDirectory();
    const store = await testStore({ dataDir: from });
    for (const name of ['trail', 'missions']) await store.connection.collection(name).insertOne({ a: 1 });
    await store.close();
    const file = path.join(from, 'out.gz');
    const { counts } = await backup(place(from), file);
    expect(counts).toEqual({ missions: 1 });
  });

  it('can be read by its owner alone, and leaves nothing half written', async () => {
    const from = await filledDirectory();
    const file = path.join(from, 'out.gz');
    await backup(place(from), file);
    expect(((await stat(file)).mode & 0o777).toString(8)).toBe('600');
    await expect(backup(place(from), path.join(from, 'nowhere/out.gz'))).rejects.toThrow('ENOENT');
    expect((await readdir(from)).filter((name) => name.includes('unfinished'))).toEqual([]);
  });

  it('goes into an empty database of a server too', async () => {
    const from = await filledDirectory();
    const file = path.join(from, 'out.gz');
    await backup(place(from), file);
    const serverDir = await freshDirectory();
    const server = await testStore({ dataDir: serverDir });
    const into = { ...place(await freshDirectory()), mongodbUri: socketUri(layoutOf(serverDir).socket) };
    await restore(into, file);
    await expect(restore(into, file)).rejects.toMatchObject({ code: 'not-empty' });
    await server.close();
    expect(await contentOf(serverDir)).toEqual(await contentOf(from));
  });
});

describe('a restore', LIMIT, () => {
  it('refuses a store that has documents, and with --force moves it aside', async () => {
    const from = await filledDirectory();
    const into = await freshDirectory();
    const file = path.join(from, 'out.gz');
    await backup(place(from), file);
    const old = await testStore({ dataDir: into });
    await old.connection.collection('incidents').insertOne({ old: true });
    await old.close();
    await expect(restore(place(into), file)).rejects.toMatchObject({ code: 'not-empty' });
    await restore(place(into), file, { force: true });
    expect(await contentOf(into)).toEqual(await contentOf(from));
    const [aside] = (await readdir(into)).filter((name) => name.startsWith('db.before-restore-'));
    expect(await readdir(path.join(into, aside ?? ''))).toContain('WiredTiger');
  });

  it('refuses while a server is running on the directory', async () => {
    const from = await filledDirectory();
    const file = path.join(from, 'out.gz');
    await backup(place(from), file);
    const running = await testStore({ dataDir: from });
    await expect(restore(place(from), file, { force: true })).rejects.toMatchObject({ code: 'in-use' });
    await running.close();
  });

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['cut short', (bytes) => bytes.subarray(0, bytes.length - 200)],
    ['without its last line', (bytes) => gzipSync(gunzipSync(bytes).toString().trimEnd().split('\n').slice(0, -1).join('\n'))],
    ['with a bit turned', (bytes) => Buffer.from(bytes.map((byte, at) => (at === bytes.length >> 1 ? byte ^ 1 : byte)))],
    ['with one value changed', (bytes) => gzipSync(gunzipSync(bytes).toString().replace('"$numberInt":"7"', '"$numberInt":"8"'))],
    [
      'with one document gone',
      (bytes) =>
        gzipSync(
          gunzipSync(bytes)
            .toString()
            .replace(/\{"c":"journal".*\n/, ''),
        ),
    ],
    ['that is no gzip file', () => Buffer.from('not a backup')],
    ['that is no backup', () => gzipSync('{"format":"other"}\n')],
  ])('refuses a file %s before it writes anything', async (_what, spoil) => {
    const from = await filledDirectory();
    const file = path.join(from, 'out.gz');
    await backup(place(from), file);
    await writeFile(file, spoil(await readFile(file)));
    const into = path.join(await freshDirectory(), 'data');
    await expect(restore(place(into), file)).rejects.toMatchObject({ code: expect.stringMatching(/^(damaged|not-a-backup)$/) });
    await expect(stat(into)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('refuses bytes after the end of the file', async () => {
    const from = await filledDirectory();
    const file = path.join(from, 'out.gz');
    await backup(place(from), file);
    await appendFile(file, gzipSync('{"c":"incidents","d":{}}\n'));
    await expect(restore(place(await freshDirectory()), file)).rejects.toMatchObject({ code: 'damaged' });
  });
});

/** A closed directory with values that JSON would lose, indexes, and a key. */
async function filledDirectory(): Promise<string> {
  const dataDir = await freshDirectory();
  const store = await testStore({ dataDir });
  const { connection } = store;
  const incidents = Array.from({ length: 2500 }, (_, n) => ({ n, title: `险情\n${n}\u2028`, at: new Date(n), half: new BSON.Double(n) }));
  await connection.collection('incidents').insertMany(incidents);
  await connection.collection('incidents').insertOne({ n: 7, odd: 'one' });
  await connection.collection('incidents').deleteOne({ n: 2499 });
  await connection.collection('incidents').createIndex({ place: '2dsphere' });
  await connection.collection('incidents').createIndex({ n: 1, odd: 1 }, { unique: true, partialFilterExpression: { odd: { $exists: true } } });
  const commits = Array.from({ length: 30 }, (_, n) => ({
    _id: n + 1,
    big: BSON.Long.fromString('9007199254740993'),
    bytes: new BSON.Binary(Buffer.from([n, 255])),
    price: BSON.Decimal128.fromString('0.10'),
    pattern: /^a.b$/i,
    nothing: null,
    dollar: { $price: 1, 'a.b': 2 },
  }));
  await store.connection.db?.collection<Document>('journal').insertMany(commits as Document[]); // its ids are numbers
  await connection.createCollection('empty');
  await store.close();
  await mkdir(layoutOf(dataDir).keys);
  await writeFile(path.join(layoutOf(dataDir).keys, 'vault.key'), Buffer.from([0, 255, 10, 13]));
  return dataDir;
}

/** Every document and index as exact text. */
async function contentOf(dataDir: string): Promise<Record<string, unknown>> {
  const store: Store = await testStore({ dataDir });
  const content: Record<string, unknown> = {};
  for (const { name } of (await store.connection.db?.listCollections().toArray()) ?? []) {
    const collection = store.connection.collection(name);
    const documents = await collection.find({}, { promoteValues: false, bsonRegExp: true, sort: { _id: 1 } }).toArray();
    content[name] = { documents: BSON.EJSON.stringify(documents, { relaxed: false }), indexes: await collection.indexes() };
  }
  await store.close();
  return content;
}
