import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import path from 'node:path';
import { MongoClient } from 'mongodb';
import { expect, it, onTestFinished } from 'vitest';
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

it('a command begun in the moment in which its connection closes is answered, and does not wait for ever', LIMIT, async () => {
  guardDriver();
  const dataDir = await freshDirectory();
  const store = await testStore({ dataDir });
  onTestFinished(() => store.close(), 30_000);
  const [relayed, word] = [path.join(dataDir, 'relayed.sock'), path.join(dataDir, 'word.sock')];
  const script = path.join(import.meta.dirname, 'store-relay.ts');
  const relay = spawn(process.execPath, ['--import', 'tsx', script, layoutOf(dataDir).socket, relayed, word]);
  onTestFinished(() => void relay.kill());
  await once(relay.stdout, 'data');
  const client = await MongoClient.connect(socketUri(relayed), { maxPoolSize: 1, retryReads: false });
  onTestFinished(() => client.close());
  const ping = (): Promise<unknown> => client.db('admin').command({ ping: 1 });
  await ping();

  const trigger = connect(word);
  await once(trigger, 'connect');
  const answer = new Promise((resolve) => {
    trigger.once('data', () => void ping().then(resolve, resolve));
  });
  trigger.write('cut');
  // Standing still lets both events arrive in one turn: the connection's end, then the cue for the command.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
  expect(await answer).toBeDefined();
});
