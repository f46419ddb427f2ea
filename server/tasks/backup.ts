/** `npm run backup -- <file>`: copies the store into one file, also while the server runs. */
import { parseArgs } from 'node:util';
import { readConfig } from '#server/config.ts';
import { backup } from '#server/store/backup.ts';
import { consoleLog, runTask } from './run-task.ts';

await runTask(async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [outFile] = positionals;
  if (outFile === undefined || positionals.length > 1) throw new Error('Usage: npm run backup -- <file, such as out.fenghuo.gz>');
  const { MONGODB_URI: mongodbUri, DATA_DIR: dataDir } = readConfig();
  const { counts, keys, sha256 } = await backup({ dataDir, log: consoleLog, ...(mongodbUri === undefined ? {} : { mongodbUri }) }, outFile);
  const documents = Object.values(counts).reduce((sum, count) => sum + count, 0);
  console.log(`${outFile}: ${documents} documents of ${Object.keys(counts).length} collections, ${keys} keys, sha256 ${sha256}`);
  console.log('It holds keys and personal data: keep it where only those may read it who may read the store.');
});
