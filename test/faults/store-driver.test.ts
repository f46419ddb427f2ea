import net, { type Socket } from 'node:net';
import { MongoClient, MongoNetworkError } from 'mongodb';
import { expect, it, onTestFinished, vi } from 'vitest';
import { guardDriver } from '#server/store/driver-guard.ts';
import { layoutOf, socketUri } from '#server/store/layout.ts';
import { testStore } from '#test/support/test-store.ts';
import { freshDirectory, signal } from './store-faults.ts';

const LIMIT = { timeout: 60_000 };

it('a large write that an engine stops reading fails, and does not wait for ever', LIMIT, async () => {
  const store = await testStore();
  onTestFinished(() => store.close(), 30_000);
  const rows = store.connection.collection('rows');
  await rows.insertOne({ n: 0 });
  signal(store, 'SIGSTOP');
  const large = Array.from({ length: 20 }, (_, n) => ({ n, text: 'x'.repeat(100_000) }));
  await expect(rows.insertMany(large)).rejects.toThrow(/interrupted|timed out|closed/);
  signal(store, 'SIGCONT');
});

it('a command begun between the end of its connection and the news of it fails, and does not wait for ever', LIMIT, async () => {
  guardDriver();
  const dataDir = await freshDirectory();
  const store = await testStore({ dataDir });
  onTestFinished(() => store.close(), 30_000);
  const dial = vi.spyOn(net, 'createConnection');
  onTestFinished(() => dial.mockRestore());
  const client = new MongoClient(socketUri(layoutOf(dataDir).socket), { maxPoolSize: 1, retryReads: false });
  onTestFinished(() => client.close());
  const ping = (): Promise<unknown> => client.db('admin').command({ ping: 1 });
  await ping();
  const sockets = dial.mock.results.map(({ value }) => value as Socket); // what a spy saw has no type
  expect(sockets.length).toBeGreaterThan(0);
  for (const socket of sockets) socket.destroy();
  await expect(ping()).rejects.toBeInstanceOf(MongoNetworkError);
});
