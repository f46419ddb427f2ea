import { parseArgs } from 'node:util';
import { typeName } from '#shared/incident/classes.ts';
import { generatePassword } from '#server/access/passwords.ts';
import { testApp } from '#test/support/test-app.ts';
import { apiOf, signIn } from './api.ts';
import { d1FlashFlood } from './d1-flash-flood.ts';
import { playScenario } from './play.ts';
import { addOrganisations, SEATS, takeSeats } from './seats.ts';
import type { Step } from './step.ts';
import { watchFeed, type Watch } from './watch.ts';
import type { Put } from '#shared/feed.ts';

/** `npm run scenario d1`: plays a scenario and prints who saw what, and when. With --url it plays on a running server. */
const SCENARIOS: Readonly<Record<string, { steps: readonly Step[]; watchers: readonly string[] }>> = {
  d1: { steps: d1FlashFlood, watchers: ['tieshanlong-zhiban', 'yudu-zhiban', 'yudu-lingdao', 'ganzhou-zhiban', 'huichang-zhiban'] },
};
const USAGE = `npm run scenario <${Object.keys(SCENARIOS).join('|')}> [-- --url http://host:port] [--speed scenario-minutes-a-minute]
With --url, ADMIN_PASSWORD is the password of the user admin there; the sample seats are made, or given new passwords.`;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { url: { type: 'string' }, speed: { type: 'string' } } });
const scenario = SCENARIOS[positionals[0] ?? ''];
const speed = values.speed === undefined ? undefined : Number(values.speed);
if (!scenario || (speed !== undefined && !(speed > 0))) {
  console.error(USAGE);
  process.exit(2);
}

const stage = values.url === undefined ? await testApp() : undefined;
const url = stage?.url ?? values.url ?? '';
const adminToken = stage?.admin.token ?? (await signIn(url, 'admin', process.env['ADMIN_PASSWORD'] ?? ''));
await addOrganisations(apiOf(url, adminToken));
const seated = new Set([...scenario.watchers, ...scenario.steps.map(({ seat }) => seat)]);
const tokens = await takeSeats(
  url,
  adminToken,
  SEATS.filter(({ username }) => seated.has(username)),
  generatePassword,
);

const nameOf = new Map(SEATS.map(({ username, name }) => [username, name]));
const startedAt = performance.now();
const stamp = (): string => `${((performance.now() - startedAt) / 1000).toFixed(3).padStart(8)} s`;
const say = (who: string, what: string): void => console.log(`${stamp()}  ${who.padEnd(10, '　')} ${what}`);

const watches: Watch[] = [];
for (const username of scenario.watchers) {
  const watch = await watchFeed(url, tokens[username] ?? '', { onPut: (put) => say(`→ ${nameOf.get(username)}`, shown(put)) });
  watches.push(watch);
}

const played = await playScenario(url, tokens, scenario.steps, {
  ...(speed === undefined ? {} : { speed }),
  played: ({ step, answer }) => say(`${step.at} ${nameOf.get(step.seat)}`, `ordered ${step.type}: commit ${answer.seq}`),
});

const head = played.at(-1)?.answer.seq ?? 0;
const readers = watches.filter((watch) => watch.all('incident').length > 0);
await Promise.all(readers.map((watch) => watch.until(() => watch.history.some(({ seq }) => seq === head))));
console.log('');
for (const [i, username] of scenario.watchers.entries()) {
  console.log(
    `${(nameOf.get(username) ?? '').padEnd(10, '　')} sees ${watches[i]?.all('incident').length} incidents with ${watches[i]?.all('note').length} entries`,
  );
}
for (const watch of watches) watch.close();
await stage?.close();

function shown({ kind, doc }: Put): string {
  if (kind === 'incident')
    return `${doc.number} ${doc.title} (${typeName(doc.typeCode, 'zh')}) ${JSON.stringify(doc.casualties)} level ${doc.severity?.value ?? '–'} ${doc.severity?.standing ?? ''}`;
  if (kind === 'note') return `entry ${doc.n} by ${doc.by.name}: ${(doc.text || JSON.stringify(doc.set)).slice(0, 60)}`;
  return `${kind} ${doc.id}`;
}
