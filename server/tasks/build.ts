import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';

/** `npm run build`: the client and the server into dist/. With --if-stale, only what is older than its sources. */
const ifStale = process.argv.includes('--if-stale');
const PARTS = [
  { name: 'server', config: 'server/vite.config.ts', made: 'dist/server/main.js', from: ['shared', 'plans', 'server', 'package.json'] },
  { name: 'client', config: 'client/vite.config.ts', made: 'dist/client/index.html', from: ['shared', 'plans', 'client', 'package.json'] },
];

for (const { name, config, made, from } of PARTS) {
  if (ifStale && existsSync(made) && statSync(made).mtimeMs > Math.max(...from.map(newest))) continue;
  process.stdout.write(`Building the ${name}…\n`);
  await build({ configFile: config, logLevel: 'warn' });
}

function newest(file: string): number {
  const stat = statSync(file);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(file).map((name) => newest(path.join(file, name))));
}
