import { pino } from 'pino';
import type { Change } from '#shared/world.ts';
import { seatOf, type Role, type Seat } from '#shared/seat.ts';
import type { SignedIn } from '#server/access/access.ts';
import { openApp } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { openCore } from '#server/core.ts';
import { answerCalls } from '#test/bench/calls.ts';
import { keepInFlight } from '#test/bench/in-flight.ts';
import { incidentDocument, logPayload } from '#test/bench/samples.ts';
import { temporary } from '#test/bench/temporary.ts';
import { v7 } from 'uuid';

/** Fenghuo's own server as it is, but for signing in: who says `bench-17` is the 17th duty officer. Hashing 5,000 passwords is not what is measured. */
const dataDir = await temporary();
const env = { PORT: '0', DATA_DIR: dataDir.path, LOG_LEVEL: 'silent', ADMIN_PASSWORD: 'bench-administrator', ORDERS_PER_SECOND: '1000000' };
const core = await openCore(readConfig(env, ''), { log: pino({ level: 'silent' }) });
/** Eight in turn of each, so the first eight may log. */
const ROLES: readonly [Role, string][] = [
  ['county-duty', '360731'],
  ['city-duty', '360700'],
  ['county-leader', '360731'],
  ['city-leader', '360700'],
];
const sessions = new Map<string, SignedIn>();
const app = await openApp({ ...core, access: { ...core.access, authenticate: (token) => Promise.resolve(sessionOf(token)), touch: () => true } });
let head = core.world.seq;

function sessionOf(token: string): SignedIn {
  let session = sessions.get(token);
  if (!session)
    sessions.set(
      token,
      (session = { sessionId: token, userId: token, csrf: '', seat: seatFor(token), mustChangePassword: false, expiresAt: new Date(8.64e15) }),
    );
  return session;
}

function seatFor(token: string): Seat {
  const n = Number(token.replace(/^\D+/, ''));
  const [role, org] = ROLES[(n >> 3) % ROLES.length] ?? ['city-duty', '360700'];
  return seatOf({ id: token, name: token, role, org }, core.world.get('organisation', org));
}

const duty = seatFor('bench-0');

answerCalls({
  port: () => Number(new URL(app.url).port),
  cpu: () => process.cpuUsage(),
  sockets: () => app.sockets.io.engine.clientsCount,
  /** So many changes in one tick, as a batch of commits makes them. Nothing is stored. */
  change(count: number) {
    head += 1;
    const changes: Change[] = Array.from({ length: count }, (_, i) => ({
      kind: 'incident',
      id: `0197c1de-0000-7000-8000-${String(i).padStart(12, '0')}`,
      before: undefined,
      doc: incidentDocument(i, head),
    }));
    app.sockets.feed.changed(head, changes);
  },
  head: () => core.world.seq,
  /** Orders one after the other, each answered. */
  async orders(count: number) {
    for (let n = 0; n < count; n += 1) await core.orders.receive({ id: v7(), type: 'incident.log', payload: logPayload(n) }, duty);
  },
  durable: ({ inFlight, seconds }: { inFlight: number; seconds: number }) =>
    keepInFlight(inFlight, seconds, async (n) => (await core.orders.receive({ id: v7(), type: 'incident.log', payload: logPayload(n) }, duty)).ok),
  /** What is written behind must not be written in the other side's turn. */
  rest: () => core.documents.flush(),
  fill(count: number) {
    for (let n = 0; n < count; n += 1) core.world.load('incident', incidentDocument(n, 1));
  },
  async stop() {
    await app.close();
    await dataDir.remove();
  },
});
