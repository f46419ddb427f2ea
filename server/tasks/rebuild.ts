import { LiveWorld } from '#shared/world.ts';
import { readConfig } from '#server/config.ts';
import { rebuildDocuments } from '#server/documents/rebuild.ts';
import { commitModel } from '#server/journal/commit-model.ts';
import { openJournal } from '#server/journal/journal.ts';
import { openDocuments } from '#server/documents/documents.ts';
import { silentLog, systemClock } from '#server/ports.ts';
import { openStore } from '#server/store/store.ts';

/** `npm run rebuild`: makes every document again from the journal alone. The server must not be running. */
const config = readConfig();
const store = await openStore({ dataDir: config.DATA_DIR, log: silentLog, ...(config.MONGODB_URI === undefined ? {} : { mongodbUri: config.MONGODB_URI }) });
const journal = openJournal(commitModel(store.connection));
const documents = openDocuments(store.connection, systemClock, silentLog);
const { commits, active } = await rebuildDocuments(documents, journal, new LiveWorld());
await documents.close();
await store.close();
process.stdout.write(`Folded ${commits} commits; ${active} documents are active.\n`);
