import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Snapshot } from '#shared/feed.ts';
import type { Incident } from '#shared/incident/state.ts';
import type { Role, Seat } from '#shared/seat.ts';
import type { AnyDocument, Kind } from '#shared/world.ts';
import { openSnapshots } from '#server/feed/snapshots.ts';
import { aFlood, placeIn } from '#test/support/payloads.ts';
import { randomOrder } from '#test/support/random-orders.ts';
import { seeded, seedsOf, type Seeded } from '#test/support/seeded.ts';
import { SYSTEM_SEAT, TEAM, WATER, YUDU_FIRE, ZHANGGONG } from '#test/support/seats.ts';
import { testApp, type TestApp, type TestUser } from '#test/support/test-app.ts';
import { Witness } from '#test/support/witness.ts';

const ROUNDS = 5;
const AT_ONCE = 14;
/** See nothing, unless somebody names them. */
const BLIND: readonly string[] = ['administrator', 'team'];
const SEATS: [Role, string?][] = [
  ['village-reporter'],
  ['village-reporter', '360702001200'],
  ['township-duty'],
  ['township-duty', '360702001'],
  ['county-duty'],
  ['county-duty', ZHANGGONG],
  ['county-leader'],
  ['city-duty'],
  ['city-leader'],
  ['department', WATER],
  ['department', YUDU_FIRE],
  ['team'],
  ['neighbour'],
  ['auditor'],
  ['planner'],
];

let app: TestApp;
const users: TestUser[] = [];
const witness = new Witness();
const leaked: string[] = [];
/** How often somebody was shown anything at all: a witness who sees nothing proves nothing. */
let shown = 0;
/** How often somebody was told who looks at an incident. */
let presences = 0;
/** Says of a user's screen that an incident is open on it, one that it may not see as well. */
const looking = new Map<TestUser, (incidentId: string) => void>();

beforeAll(async () => {
  app = await testApp({ env: { FRAME_INTERVAL_MS: '2' } });
  app.core.onCommitted(({ seq }, changes) => witness.learn(seq, changes));
  const organisations = [
    { organisationId: WATER, kind: 'department', name: '水利局', parent: '360700', lines: ['N01', 'N02'] },
    { organisationId: YUDU_FIRE, kind: 'department', name: '消防', parent: '360731', lines: ['N06', 'A08'] },
    { organisationId: TEAM, kind: 'team', name: '蓝天', parent: '360700' },
  ] as const;
  for (const { ...organisation } of organisations)
    await app.call(app.admin, 'POST', '/orders', { id: app.core.ids.next(), type: 'organisation.add', payload: organisation });
  for (const [role, org] of SEATS) users.push(await app.addUser(role, org));
  users.push(app.admin);
  for (const { id } of users) witness.account(id);
  // What a department reports from beyond the border: the neighbour sees nothing else.
  const water = users.find(({ seat }) => seat.actor.org === WATER) ?? app.admin;
  await app.order(water, 'incident.log', aFlood({ place: placeIn('441602') }));
});
afterAll(() => app.close());

function check(text: string, user: TestUser, how: string, said = '', since = app.core.world.seq): void {
  shown += text.length > 100 ? 1 : 0;
  note(witness.leaks(text, user.seat, said, { from: since, to: app.core.world.seq }), user, how);
}

/** What is live is as at its own commit; what it takes away was seen once. */
function checkLive(said: unknown, user: TestUser, how: string, asked = 0): void {
  const { drops = [], ...rest } = said as Partial<Snapshot>;
  const text = JSON.stringify(rest);
  shown += text.length > 100 ? 1 : 0;
  const at = rest.seq ?? app.core.world.seq;
  note(witness.leaks(text, user.seat, '', { from: asked || at, to: at }), user, how);
  note(witness.leaks(JSON.stringify(drops), user.seat), user, `a drop by ${how}`);
}

function note(leaks: readonly string[], { username }: TestUser, how: string): void {
  if (leaks.length > 0) leaked.push(`${username} was shown ${leaks.join(' ')} by ${how}`);
}

/** Everything that a socket is told is looked at as it comes. */
async function listen(user: TestUser, since: number): Promise<() => void> {
  const client = await app.connect(user, { since });
  for (const { event, said } of client.heard) checkLive(said, user, event);
  client.socket.onAny((event: string, said: unknown) => {
    checkLive(said, user, `the socket: ${event}`);
    if (event === 'presence') presences += 1;
  });
  looking.set(user, (incidentId) => void client.socket.emit('presence', { incidentId, typing: true, field: 'incident.entryLine.label' }));
  return client.close;
}

async function ask<T>(user: TestUser, path: string): Promise<T> {
  const since = app.core.world.seq;
  const { body, text, status } = await app.get<T>(user, path);
  if (path.startsWith('/snapshot')) checkLive(body, user, path, since);
  else check(text, user, path, path, since);
  expect(status, `${path} ${text}`).toBeLessThan(500);
  return body;
}

/** All pages of a search. */
async function search(user: TestUser, path: string): Promise<AnyDocument[]> {
  const found: AnyDocument[] = [];
  for (let next: string | undefined = ''; next !== undefined;) {
    const page: { docs: AnyDocument[]; next?: string } = await ask(user, `${path}${next === '' ? '' : `&cursor=${next}`}`);
    found.push(...page.docs);
    next = page.next;
  }
  return found;
}

const ids = (docs: readonly { id: string }[]): string[] => docs.map(({ id }) => id).sort();

async function probe(user: TestUser, chance: Seeded): Promise<void> {
  await app.core.documents.flush();
  for (const [kind, path] of [
    ['incident', 'incidents'],
    ['note', 'notes'],
    ['counter', 'counters'],
    ['sketch', 'sketches'],
    ['dispatch', 'dispatches'],
  ] as const satisfies [Kind, string][])
    expect(ids(await search(user, `/${path}?limit=${chance.pick([7, 100, 500])}`)), `${path} of ${user.username}`).toEqual(witness.readable(kind, user.seat));
  const mine = new Set(witness.readable('incident', user.seat));
  const word = chance.pick([...app.core.world.all('incident')]).title;
  for (const query of [
    `q=${encodeURIComponent(word)}`,
    'status=closed',
    'status=open',
    'exercise=true',
    'near=115,26&within=60000',
    'from=2020-01-01T00:00:00Z',
  ]) {
    expect((await search(user, `/incidents?limit=50&${query}`)).filter(({ id }) => !mine.has(id))).toEqual([]);
  }
  const snapshot = await ask<Snapshot>(user, '/snapshot');
  const active = snapshot.docs.filter(({ kind }) => kind === 'incident');
  expect(ids(active)).toEqual(ids([...app.core.world.all('incident')].filter(({ id }) => mine.has(id))));
  await ask(user, `/snapshot?since=${1 + chance.below(snapshot.seq)}`);
  const { features } = await ask<{ features: { id: string }[] }>(user, '/incidents.geojson');
  expect(ids(features)).toEqual(ids(active));
  for (let i = 0; i < 6; i += 1) await probeOne(user, chance.pick(witness.known('incident')), mine, chance);
  const audit = await app.get(user, '/journal?limit=5');
  expect(audit.status).toBe(user.seat.actor.role === 'auditor' ? 200 : 403);
}

/** One incident by every way there is to ask for it, to it and about it. */
async function probeOne(user: TestUser, id: string, mine: ReadonlySet<string>, chance: Seeded): Promise<void> {
  const may = mine.has(id);
  const since = app.core.world.seq;
  const asked = await app.get<Incident>(user, `/incidents/${id}`);
  const timeline = await app.get<{ entries: { id: string }[] }>(user, `/incidents/${id}/timeline`);
  const past = await app.get(user, `/incidents/${id}/history`);
  expect([asked.status, timeline.status, past.status]).toEqual(may ? [200, 200, 200] : [404, 404, 404]);
  const nothing = await app.get(user, `/incidents/${chance.uuid()}`);
  if (!may) expect([asked.text, timeline.text, past.text]).toEqual([nothing.text, nothing.text, nothing.text]);
  const notes = witness.readable('note', user.seat).filter((note) => note.startsWith(id));
  if (may) expect(ids(timeline.body.entries)).toEqual(notes);
  const note = await app.get(user, `/notes/${id}.1`);
  expect(note.status).toBe(notes.includes(`${id}.1`) ? 200 : 404);
  const foreign = await app.get(user, `/orders/${id}`);
  const own = (await app.core.journal.byOrder(id))?.actor.id === user.id;
  expect(foreign.status).toBe(own ? 200 : 404);
  const orders = [
    { id: chance.uuid(), type: 'incident.assess', payload: { incidentId: id, severity: 9, basis: '…' } },
    { id: chance.uuid(), type: 'incident.archive', payload: { incidentId: id } },
    { id, type: 'incident.close', payload: { incidentId: id, reason: '…' } },
    ...(may ? [] : [{ id: chance.uuid(), type: 'incident.note', payload: { incidentId: id, text: '…' } }]),
  ];
  for (const order of orders) check((await app.call(user, 'POST', '/orders', order)).text, user, `an order ${order.type}`, id, since);
  for (const { text } of [asked, timeline, past, note, foreign]) check(text, user, `asking for ${id}`, id, since);
}

async function busy(chance: Seeded): Promise<void> {
  const orders = Array.from({ length: AT_ONCE }, () => {
    const order = randomOrder(
      chance,
      witness.known('incident').slice(-8),
      () => witness.word(),
      users.filter(({ seat }) => !BLIND.includes(seat.actor.role)).map(({ id }) => id),
    );
    if (order.type === 'incident.log') order.payload['source'] = { channel: 'phone', unit: witness.source() };
    return app.core.orders.submit(order, chance.pick(users).seat);
  });
  await Promise.all(orders);
  const closed = [...app.core.world.all('incident')].filter(({ status }) => status === 'closed');
  for (const { id } of chance.shuffled(closed).slice(2))
    await app.core.orders.submit({ id: chance.uuid(), type: 'incident.archive', payload: { incidentId: id } }, SYSTEM_SEAT);
}

it.each(seedsOf([], 12))('nobody is shown a document that they may not read, by any way (seed %i)', async (seed) => {
  const chance = seeded(seed);
  const leave: (() => void)[] = [];
  for (const user of users) leave.push(await listen(user, 0));
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = app.core.world.seq;
    await busy(chance);
    for (const look of looking.values()) look(chance.pick(witness.known('incident')));
    for (const look of looking.values()) look(chance.pick([...app.core.world.all('incident')]).id);
    // Some come later, with more or less behind them.
    leave.push(await listen(chance.pick(users), chance.pick([0, 1, before])));
  }
  for (const user of chance.shuffled(users).slice(0, 6)) await probe(user, chance);
  for (const close of leave) close();
  expect(leaked).toEqual([]);
});

it('a drill is seen by whoever is in drill rooms only, and what is real by the others', () => {
  const snapshots = openSnapshots(app.core.world, () => app.core.journalId);
  for (const { seat } of users) {
    for (const drill of [true, false]) {
      const half: Seat = { ...seat, rooms: seat.rooms.filter((room) => room.startsWith('drill:') === drill) };
      const { docs } = JSON.parse(snapshots.json(half)) as Snapshot;
      expect(docs.filter(({ doc }) => 'exercise' in doc && doc.exercise !== drill)).toEqual([]);
    }
  }
  for (const { exercise, number, readers } of app.core.world.all('incident'))
    expect(readers.every((room) => room.startsWith('drill:') === exercise && number.startsWith('YL') === exercise)).toBe(true);
});

it('a stranger is shown nothing', async () => {
  for (const path of [
    '/snapshot',
    '/incidents',
    '/notes',
    '/incidents.geojson',
    '/journal',
    `/incidents/${witness.known('incident')[0]}`,
    `/orders/${witness.known('incident')[0]}`,
  ]) {
    expect(await app.get(null, path)).toMatchObject({ status: 401, body: { ok: false, code: 'not-signed-in' } });
  }
  for (const path of ['/metrics', '/readyz', '/healthz']) expect(witness.leaks(await (await fetch(app.url + path)).text(), { ...SYSTEM_SEAT })).toEqual([]);
  await expect(app.connect({ ...app.admin, token: 'x'.repeat(43) })).rejects.toThrow('not-signed-in');
});

it('and much was shown', () => {
  expect(shown).toBeGreaterThan(1000);
  expect(presences).toBeGreaterThan(0);
  const blind = users.filter(({ seat }) => !witness.everSaw('incident', seat)).map(({ seat }) => seat.actor.role);
  expect(blind.sort()).toEqual(BLIND);
});
