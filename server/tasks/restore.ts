/** `npm run restore -- <file> [--force]`: puts a backup into an empty store; `--force` moves what is there aside. */
import { parseArgs } from 'node:util';
import { readConfig } from '#server/config.ts';
import { restore } from '#server/store/restore.ts';
import { consoleLog, runTask } from './run-task.ts';

await runTask(async () => {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { force: { type: 'boolean', default: false } } });
  const [inFile] = positionals;
  if (inFile === undefined || positionals.length > 1) throw new Error('Usage: npm run restore -- <file> [--force]');
  const { MONGODB_URI: mongodbUri, DATA_DIR: dataDir } = readConfig();
  const into = { dataDir, log: consoleLog, ...(mongodbUri === undefined ? {} : { mongodbUri }) };
  const { counts, keys } = await restore(into, inFile, { force: values.force });
  for (const [name, count] of Object.entries(counts)) console.log(`${name}: ${count}`);
  console.log(`${inFile} is restored and counted, ${keys} keys. Start the server now.`);
});
