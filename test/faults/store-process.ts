/** Opens a store, says which process its engine is, and stays: a server that a test can kill. */
import { testStore } from '#test/support/test-store.ts';

const [, , dataDir] = process.argv;
if (dataDir === undefined) throw new Error('usage: store-process <directory>');
const store = await testStore({ dataDir });
await store.connection.collection('x').insertOne({ a: 1 });
console.log(`engine ${store.enginePid()}`);
