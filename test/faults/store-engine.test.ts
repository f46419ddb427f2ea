import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import path from 'node:path';
import { Schema } from 'mongoose';
import { afterEach, expect, it } from 'vitest';
import { ensureIndexes } from '#server/store/indexes.ts';
import { layoutOf } from '#server/store/layout.ts';
import type { Store } from '#server/store/store.ts';
import { testStore } from '#test/support/test-store.ts';
import { freshDirectory, isAlive, signal, until, untilState } from './store-faults.ts';

const LIMIT = { timeout: 60_000 };
const opened: Store[] = [];
const open = async (...given: Parameters<typeof testStore>): Promise<Store> => {
  const store = await testStore(...given);
  opened.push(store);
  return store;
};

afterEach(async () => {
  for (const store of opened.splice(0).toReversed()) await store.close();
}, 30_000);

const modeOf = async (file: string): Promise<string> => ((await stat(file)).mode & 0o777).toString(8);

it('nobody but its own user reaches the data or the socket', LIMIT, async () => {
  const dataDir = await freshDirectory();
  const layout = layoutOf(dataDir);
  await mkdir(layout.database);
  await chmod(layout.database, 0o755);
  await open({ dataDir });
  expect(await modeOf(layout.database)).toBe('700');
  expect(await modeOf(path.dirname(layout.socket))).toBe('700');
  expect(await modeOf(layout.socket)).toBe('600');
  expect(await modeOf(path.join(layout.database, 'WiredTiger.wt'))).toBe('600');
});

it('a path that is too long for a socket gets a short one, the same each time', LIMIT, async () => {
  const dataDir = path.join(await freshDirectory(), 'x'.repeat(120));
  expect(layoutOf(dataDir)).toEqual(layoutOf(`${dataDir}/`));
  const store = await open({ dataDir });
  expect(await store.connection.collection('x').countDocuments()).toBe(0);
});

it('a message that is none ends its connection and not the engine', LIMIT, async () => {
  const dataDir = await freshDirectory();
  const store = await open({ dataDir });
  const before = store.enginePid();
  for (const length of [0, -1, 8, 49 * 1024 * 1024]) {
    const header = Buffer.alloc(64, 7);
    header.writeInt32LE(length, 0);
    const socket = await dial(layoutOf(dataDir).socket);
    socket.resume().end(header);
    await once(socket, 'close');
  }
  await store.connection.collection('x').insertOne({ a: 1 });
  expect(store.enginePid()).toBe(before);
});

it('a document of 15 MB, which arrives in many pieces, is kept', LIMIT, async () => {
  const store = await open();
  const text = '急'.repeat(5 * 1024 * 1024);
  await store.connection.collection('x').insertOne({ text });
  const kept = await store.connection.collection('x').findOne();
  expect(kept?.['text'] === text).toBe(true);
});

it('the engine leaves when its server is killed, and the next server opens the directory', LIMIT, async () => {
  const dataDir = await freshDirectory();
  const server = spawn(process.execPath, ['--import', 'tsx', path.join(import.meta.dirname, 'store-process.ts'), dataDir]);
  const [said] = (await once(server.stdout.setEncoding('utf8'), 'data')) as [string];
  const engine = Number(/engine (\d+)/.exec(said)?.[1]);
  expect(isAlive(engine)).toBe(true);
  server.kill('SIGKILL');
  const next = await open({ dataDir });
  expect(await next.connection.collection('x').countDocuments()).toBe(1);
  await until(() => !isAlive(engine));
});

it('files that are not a database are given up at the start, with what to do', LIMIT, async () => {
  const dataDir = await freshDirectory();
  const store = await testStore({ dataDir });
  await store.connection.collection('x').insertOne({ a: 1 });
  await store.close();
  const { database } = layoutOf(dataDir);
  for (const name of await readdir(database)) {
    if (/^WiredTiger\.(wt|turtle)$|^_mdb_catalog/.test(name)) await writeFile(path.join(database, name), Buffer.alloc(8192, 0xa5));
  }
  await expect(testStore({ dataDir })).rejects.toMatchObject({
    code: 'engine-crash-loop',
    message: expect.stringContaining('restore a backup'),
  });
});

it('an index that is gone is there again after the next start', LIMIT, async () => {
  const store = await open();
  const schema = new Schema({ name: String }, { autoIndex: false });
  schema.index({ name: 1 }, { unique: true });
  const model = store.connection.model('Team', schema, 'teams');
  await ensureIndexes(store.connection);
  await model.collection.dropIndexes();
  await model.create({ name: '蓝天' });
  await ensureIndexes(store.connection, [model]);
  await expect(model.create({ name: '蓝天' })).rejects.toMatchObject({ code: 11_000 });
});

it('the store answers again after a kill in the middle of closing', LIMIT, async () => {
  const dataDir = await freshDirectory();
  const first = await testStore({ dataDir });
  await first.connection.collection('x').insertOne({ a: 1 });
  const closing = first.close();
  signal(first, 'SIGKILL');
  await closing;
  const next = await open({ dataDir });
  await untilState(next, 'ready');
  expect(await next.connection.collection('x').countDocuments()).toBe(1);
});

async function dial(socketPath: string): Promise<Socket> {
  const socket = connect(socketPath);
  socket.on('error', () => undefined); // a reset is one way to be closed
  await once(socket, 'connect');
  return socket;
}
