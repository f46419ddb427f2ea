import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { openApp } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { openCore } from '#server/core.ts';
import { derivedId } from '#server/derived-id.ts';
import { signIn } from './api.ts';
import { DemoMemory } from './demo-memory.ts';
import { storyAnchor, tellStory } from './demo-story.ts';
import { liveSteps } from './live-steps.ts';
import { playScenario } from './play.ts';
import { ORGANISATIONS, SEATS } from './seats.ts';
import { COUNTIES, NEIGHBOURS } from '#shared/ganzhou.ts';

/** `npm run demo`: a server with a flood on its hands and a seat for each role, on data of its own. */
const dataDir = process.env['DATA_DIR'] ?? './data/demo';
const stop = new AbortController();
process.once('SIGINT', () => stop.abort());
process.once('SIGTERM', () => stop.abort());

const demo = await DemoMemory.open(dataDir);
const { adminPassword, passwords } = demo.memory;
// Never the store that `.env` may name: what is played here must not reach real data.
const config = readConfig({ LOG_LEVEL: 'warn', ...process.env, DATA_DIR: dataDir, MONGODB_URI: '', REDIS_URL: '', ADMIN_PASSWORD: adminPassword });
const log = pino({ level: config.LOG_LEVEL });
if (!demo.memory.names) {
  const opensAt = new Date();
  const anchor = storyAnchor(opensAt);
  const names = await tellStory(config, { anchor, opensAt, log, passwordOf: (username) => passwords[username] ?? adminPassword });
  await demo.save({ anchor: anchor.toISOString(), names: Object.fromEntries(names) });
}
const core = await openCore(config, { log });
const app = await openApp(core);
try {
  await run();
} finally {
  await app.close();
}

async function run(): Promise<void> {
  const tokens = Object.fromEntries(
    await Promise.all(SEATS.map(async ({ username }) => [username, await signIn(app.url, username, passwords[username] ?? adminPassword)] as const)),
  );
  const names = new Map(Object.entries(demo.memory.names ?? {}));
  printSeats();
  await goOn(tokens, names).catch((error: unknown) => {
    if (!stop.signal.aborted) throw error;
  });
  console.log('Stopping…');
}

/** News arrives while somebody watches; then the desk is quiet until it is stopped. */
async function goOn(tokens: Record<string, string>, names: Map<string, string>): Promise<void> {
  for (const { afterS, step } of liveSteps.slice(demo.memory.live)) {
    await sleep(afterS * 1000, undefined, { signal: stop.signal });
    const n = demo.memory.live;
    const { anchor = '' } = demo.memory;
    await playScenario(app.url, tokens, [step], { anchor: new Date(anchor), names, orderId: () => derivedId('demo', 'live', n, anchor) });
    await demo.save({ live: n + 1, names: Object.fromEntries(names) });
  }
  console.log('The scenario has ended: what comes now is your own.');
  await sleep(2 ** 31 - 1, undefined, { signal: stop.signal });
}

function printSeats(): void {
  const orgs = new Map<string, string>([
    ['360700', '赣州市'],
    ...[...COUNTIES, ...NEIGHBOURS].map(([id, name]) => [id, name] as const),
    ...ORGANISATIONS.map(({ id, name }) => [id, name] as const),
  ]);
  const rows = [
    ['role', 'username', 'password', 'organisation'],
    ...SEATS.map(({ role, username, org }) => [role, username, passwords[username] ?? '', `${orgs.get(org) ?? ''} ${org}`]),
    ['administrator', 'admin', adminPassword, '赣州市 360700'],
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  console.log(
    `\n烽火 Fenghuo, demonstration: ${config.PUBLIC_URL ?? app.url}\nEverything in it is made up. Its data is in ${dataDir}; remove that directory for a fresh one. Ctrl-C stops.\n`,
  );
  for (const row of rows) console.log(row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  console.log('');
}
