import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Answer } from '#shared/order.ts';
import type { Dispatch } from '#shared/dispatch/state.ts';
import type { Store } from '#server/store/store.ts';
import { drivenClock } from './support/driven-clock.ts';
import { activeOf, contentOf, foldJournal } from './support/fold-journal.ts';
import { aFlood } from './support/payloads.ts';
import { seeded, seedsOf, type Seeded } from './support/seeded.ts';
import { aTeam } from './support/teams.ts';
import { testApp, type TestApp, type TestUser } from './support/test-app.ts';
import type { TestClient } from './support/test-client.ts';
import { databaseOf, journalOf } from './support/test-core.ts';
import { testStore } from './support/test-store.ts';

const TEAMS = ['alpha', 'bravo', 'charlie', 'delta'] as const;

/** Two servers on one store, and each team at both of them: by HTTP and by socket. */
interface Scene {
  apps: TestApp[];
  duty: TestUser[];
  desks: { team: string; users: TestUser[]; clients: TestClient[] }[];
  clock: ReturnType<typeof drivenClock>;
}

let store: Store;
let scene: Scene;

beforeAll(async () => {
  store = await testStore();
  const clock = drivenClock('2026-06-01T14:10:00.000Z');
  const open = (): Promise<TestApp> => testApp({ store: databaseOf(store, 'race'), ports: { clock } });
  const first = await open();
  for (const organisationId of TEAMS)
    await first.order(first.admin, 'organisation.add', { organisationId, kind: 'team', name: organisationId, parent: '360700' });
  const duty = await first.addUser('city-duty');
  const leaders = [];
  for (const team of TEAMS) leaders.push(await first.addUser('team', team));
  await first.core.documents.flush();
  const apps = [first, await open()];
  for (const { core } of apps) for (const team of TEAMS) core.world.load('team', aTeam(team).doc);
  const at = async (user: TestUser, app: TestApp): Promise<TestUser> => ({ ...user, token: (await app.signIn(user.username, user.password)).token });
  const desks = [];
  for (const [i, leader] of leaders.entries()) {
    const users = await Promise.all(apps.map((app) => at(leader, app)));
    const clients = await Promise.all(apps.map((app, n) => app.connect(users[n] ?? leader, { since: 0 })));
    desks.push({ team: TEAMS[i] ?? '', users, clients });
  }
  scene = { apps, duty: await Promise.all(apps.map((app) => at(duty, app))), desks, clock };
}, 60_000);
afterAll(async () => {
  for (const app of scene.apps) await app.close();
  await store.close();
});

/** What one server has written, the other learns when it writes itself. */
async function learn(n: number): Promise<void> {
  const [app, duty] = [scene.apps[n], scene.duty[n]];
  if (app && duty) expect(await app.order(duty, 'incident.log', aFlood({ title: '…' }))).toMatchObject({ ok: true });
}

/** A team's answer, by any server and any way there is. */
function give(chance: Seeded, desk: Scene['desks'][number], type: 'dispatch.accept' | 'dispatch.decline', dispatchId: string, id: string): Promise<Answer> {
  const n = chance.below(scene.apps.length);
  const payload = type === 'dispatch.accept' ? { dispatchId, etaMinutes: 60, people: 12 } : { dispatchId, reason: '…' };
  const [app, user, client] = [scene.apps[n], desk.users[n], desk.clients[n]];
  if (!app || !user || !client) throw new Error('nobody is there');
  return chance.chance(0.5) ? client.order(type, payload as never, id) : app.order(user, type, payload as never, id);
}

it.each(seedsOf([], 8))('one slot, one team: whoever accepts at once at two servers by HTTP and socket (seed %i)', async (seed) => {
  const chance = seeded(seed);
  const [app, duty] = [scene.apps[0], scene.duty[0]];
  if (!app || !duty) throw new Error('nobody is there');
  const incidentId = chance.uuid();
  const slots = 1 + chance.below(2);
  expect(await app.order(duty, 'incident.log', aFlood(), incidentId)).toMatchObject({ ok: true });
  const acceptBy = new Date(scene.clock.now().getTime() + 30 * 60_000).toISOString();
  const need = { incidentId, capability: { category: 'water' as const }, teamsNeeded: slots, teamIds: [...TEAMS], acceptBy, overrideReason: '…' };
  const dispatchId = chance.uuid();
  expect(await app.order(duty, 'dispatch.request', { ...need, staging: { lng: 115.4, lat: 25.9, text: '…' } }, dispatchId)).toMatchObject({ ok: true });
  await learn(1);
  // Each team twice, and sometimes the same order a second time: a phone that was not answered.
  const orders = scene.desks.flatMap((desk) => {
    const id = chance.uuid();
    return [id, chance.chance(0.5) ? id : chance.uuid()].map((one) => ({ desk, id: one }));
  });
  const answers = await Promise.all(
    chance.shuffled(orders).map(async ({ desk, id }) => ({ desk, id, answer: await give(chance, desk, 'dispatch.accept', dispatchId, id) })),
  );
  for (const n of [0, 1]) await learn(n);

  const taken = new Set(answers.filter(({ answer }) => answer.ok).map(({ desk }) => desk.team));
  expect(taken.size).toBe(slots);
  for (const { answer } of answers) {
    if (answer.ok) continue;
    expect(['dispatch.slot-filled', 'dispatch.answered']).toContain(answer.code);
    if (answer.code === 'dispatch.slot-filled') expect(answer.details?.[0]?.current).toBe(scene.clock.now().toISOString());
  }
  for (const { core } of scene.apps) {
    const dispatch: Dispatch | undefined = core.world.get('dispatch', dispatchId);
    expect(dispatch).toMatchObject({ state: 'filled', teamsNeeded: slots });
    expect(new Set(dispatch?.offers.filter(({ state }) => state === 'accepted').map(({ teamId }) => teamId))).toEqual(taken);
  }
  // A drop-out frees the slot, and again just one has it.
  const [out] = scene.desks.filter(({ team }) => taken.has(team));
  if (!out) throw new Error('nobody has it');
  expect(await give(chance, out, 'dispatch.decline', dispatchId, chance.uuid())).toMatchObject({ ok: true });
  for (const n of [0, 1]) await learn(n);
  const second = await Promise.all(
    scene.desks.filter(({ team }) => !taken.has(team)).map((desk) => give(chance, desk, 'dispatch.accept', dispatchId, chance.uuid())),
  );
  expect(second.filter(({ ok }) => ok)).toHaveLength(1);
  for (const n of [0, 1]) await learn(n);
  expect(await app.order(duty, 'dispatch.cancel', { dispatchId, reason: '…' })).toMatchObject({ ok: true });
  for (const { team, users } of scene.desks) {
    const [user] = users;
    const released = app.core.world.get('mission', `${dispatchId}.${team}`)?.state === 'released';
    if (released && user) expect(await app.order(user, 'dispatch.progress', { dispatchId, status: 'returned' })).toMatchObject({ ok: true });
  }
});

it('the journals of both are one, and both hold what it says', async () => {
  for (const n of [0, 1]) await learn(n);
  await learn(0);
  const [one] = scene.apps;
  if (!one) throw new Error('nobody is there');
  expect((await one.core.journal.verify()).ok).toBe(true);
  const folded = activeOf(foldJournal(await journalOf(one.core)));
  const held = Object.fromEntries(Object.entries(contentOf(one.core.world)).filter(([key]) => !key.startsWith('team/')));
  expect(held).toEqual(folded);
});
