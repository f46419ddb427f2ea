import { setTimeout as sleep } from 'node:timers/promises';
import { MongoServerError } from 'mongodb';
import { afterEach, describe, expect, it } from 'vitest';
import { silentLog } from '#server/ports.ts';
import { layoutOf, socketUri } from '#server/store/layout.ts';
import { openStore, type Store, type StoreState } from '#server/store/store.ts';
import { testStore, testTuning } from '#test/support/test-store.ts';
import { freshDirectory, signal, until, untilState, write } from './store-faults.ts';

const opened: Store[] = [];
const open = async (...given: Parameters<typeof testStore>): Promise<Store> => {
  const store = await testStore(...given);
  opened.push(store);
  return store;
};

afterEach(async () => {
  for (const store of opened.splice(0).toReversed()) await store.close();
}, 30_000);

describe('when the engine dies', { timeout: 60_000 }, () => {
  it('what was acknowledged before a kill is there afterwards, ten times over', async () => {
    const store = await open();
    const acknowledged: string[] = [];
    for (let round = 0; round < 10; round += 1) {
      const stop = new AbortController();
      const writers = Array.from({ length: 8 }, (_, writer) => write(store, `${round}/${writer}`, stop.signal));
      await sleep(40 + 37 * round);
      signal(store, 'SIGKILL');
      await untilState(store, 'away');
      stop.abort();
      acknowledged.push(...(await Promise.all(writers)).flat());
      await untilState(store, 'ready');
    }
    const found = new Set(await store.connection.collection('acknowledged').distinct('name'));
    expect(acknowledged.length).toBeGreaterThan(10);
    expect(acknowledged.filter((name) => !found.has(name))).toEqual([]);
  });

  it('the store says that it is away, and ready again once writes are accepted', async () => {
    const store = await open();
    const states: StoreState[] = [];
    const unsubscribe = store.onState((state) => states.push(state));
    const before = store.enginePid();
    signal(store, 'SIGKILL');
    await until(() => states.length === 2);
    unsubscribe();
    expect(states.map(({ status }) => status)).toEqual(['away', 'ready']);
    expect(store.enginePid()).not.toBe(before);
    await store.connection.collection('x').insertOne({ a: 1 });
  });

  it('a listener that unsubscribed hears nothing more', async () => {
    const store = await open();
    const heard: string[] = [];
    store.onState(({ status }) => heard.push(`stays ${status}`));
    store.onState(({ status }) => heard.push(`left ${status}`))();
    signal(store, 'SIGKILL');
    await until(() => heard.length === 2);
    expect(heard).toEqual(['stays away', 'stays ready']);
  });

  it('an engine that crashes again and again is given up, with what to do', async () => {
    const store = await open();
    for (let crash = 1; crash <= 3; crash += 1) {
      signal(store, 'SIGABRT');
      await until(() => store.state().status !== 'ready');
      if (crash < 3) await untilState(store, 'ready');
    }
    await untilState(store, 'failed');
    expect(store.state()).toMatchObject({ reason: expect.stringMatching(/3 times.*\/db .*restore a backup/) });
    expect(store.enginePid()).toBeUndefined();
  });
});

describe('when the engine hangs', { timeout: 60_000 }, () => {
  it('the store is away while it is stopped and ready when it goes on', async () => {
    const store = await open();
    signal(store, 'SIGSTOP');
    await untilState(store, 'away');
    signal(store, 'SIGCONT');
    await untilState(store, 'ready');
    expect(await store.connection.collection('x').countDocuments()).toBe(0);
  });

  it('an engine that stays silent is replaced', async () => {
    const store = await open({ tuning: { ...testTuning, hungAfterMs: 2000 } });
    const hung = store.enginePid();
    signal(store, 'SIGSTOP');
    await untilState(store, 'away');
    await untilState(store, 'ready');
    expect(store.enginePid()).not.toBe(hung);
  });
});

describe('a directory', { timeout: 60_000 }, () => {
  it('has one store at a time, and the second is told which directory it is', async () => {
    const dataDir = await freshDirectory();
    const first = await open({ dataDir });
    const second = testStore({ dataDir, tuning: { ...testTuning, inUseWaitMs: 300 } });
    await expect(second).rejects.toMatchObject({
      code: 'directory-in-use',
      message: expect.stringContaining(layoutOf(dataDir).database),
    });
    await first.connection.collection('x').insertOne({ a: 1 });
    expect(first.state().status).toBe('ready');
  });

  it('is taken over as soon as the store before has left it', async () => {
    const dataDir = await freshDirectory();
    const first = await testStore({ dataDir });
    await first.connection.collection('x').insertOne({ a: 1 });
    const second = open({ dataDir });
    await sleep(300);
    await first.close();
    expect(await (await second).connection.collection('x').countDocuments()).toBe(1);
  });
});

describe('a MongoDB server', { timeout: 60_000 }, () => {
  it('that is not there is named without its password', async () => {
    const mongodbUri = 'mongodb://someone:secret@127.0.0.1:9/fenghuo';
    const refused = openStore({ mongodbUri, dataDir: await freshDirectory(), log: silentLog });
    const error: unknown = await refused.catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'mongodb-unreachable', message: expect.stringContaining('127.0.0.1:9') });
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('secret');
  });

  it('gets every write with journal and majority, whatever its address asks for', async () => {
    const engine = await engineUri();
    const store = await open({ mongodbUri: `${engine}&w=1&journal=false&monitorCommands=true` });
    const concerns: unknown[] = [];
    store.connection.getClient().on('commandStarted', ({ command }) => concerns.push(command['writeConcern']));
    const rows = store.connection.collection('rows');
    await rows.insertMany([{ n: 1 }, { n: 2 }]);
    await rows.updateOne({ n: 1 }, { $set: { n: 3 } });
    await rows.deleteOne({ n: 2 });
    expect(concerns).toEqual(Array.from({ length: 3 }, () => ({ w: 'majority', j: true })));
  });

  it('that goes and comes back takes the store away and back', async () => {
    const store = await open({ mongodbUri: await engineUri() });
    expect(store.kind).toBe('server');
    const [embedded] = opened;
    if (embedded === undefined) throw new Error('no engine was opened');
    signal(embedded, 'SIGSTOP');
    await untilState(store, 'away');
    signal(embedded, 'SIGCONT');
    await untilState(store, 'ready');
    await store.connection.collection('x').insertOne({ a: 1 });
  });
});

describe('closing', { timeout: 60_000 }, () => {
  it('ends the queries that still run instead of waiting for them', async () => {
    const dataDir = await freshDirectory();
    const store = await testStore({ dataDir });
    const other = await open({ mongodbUri: socketUri(layoutOf(dataDir).socket) });
    const numbers = { $range: [0, 3000] };
    const squares = { $map: { input: numbers, as: 'a', in: { $sum: { $map: { input: numbers, as: 'b', in: { $multiply: ['$$a', '$$b'] } } } } } };
    await store.connection.collection('x').insertOne({ a: 1 });
    const slow = other.connection
      .collection('x')
      .aggregate([{ $project: { sum: { $sum: squares } } }, { $project: { sum: { $sum: squares } } }])
      .toArray()
      .catch((error: unknown) => error);
    await sleep(300);
    await store.close();
    expect(await slow).toBeInstanceOf(MongoServerError);
    expect(await slow).toMatchObject({ codeName: 'Interrupted' });
  });
});

/** The address of an engine, as if it were somebody's server. */
async function engineUri(): Promise<string> {
  const dataDir = await freshDirectory();
  await open({ dataDir });
  return socketUri(layoutOf(dataDir).socket);
}
