import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Colleague } from '#shared/access/accounts.ts';
import { isOrderType, ORDERS } from '#shared/catalogue.ts';
import type { Incident } from '#shared/incident/state.ts';
import { enrolTeams } from '#test/support/dispatch-cases.ts';
import { giverOf, ORDER_CASES } from '#test/support/order-cases.ts';
import { aFlood } from '#test/support/payloads.ts';
import { cityLeader, GONGJIANG, TEAM, WATER, YUDU, ZHANGGONG } from '#test/support/seats.ts';
import { testApp, type TestApp, type TestUser } from '#test/support/test-app.ts';
import { until } from '#test/support/until.ts';

let app: TestApp;
let duty: TestUser;
let leader: TestUser;
let water: TestUser;
let city: TestUser;
beforeAll(async () => {
  app = await testApp();
  await app.order(app.admin, 'organisation.add', { organisationId: WATER, kind: 'department', name: '水利局', parent: '360700', lines: ['N01'] });
  [duty, leader, water, city] = await Promise.all([
    app.addUser('county-duty', YUDU),
    app.addUser('county-leader', YUDU),
    app.addUser('department', WATER),
    app.addUser('city-duty'),
  ]);
  await app.addUser('county-duty', ZHANGGONG);
  await app.addUser('team');
  await app.order(app.admin, 'organisation.add', { organisationId: GONGJIANG, kind: 'township', name: '贡江镇', parent: YUDU });
});
afterAll(() => app.close());

const colleagues = async (user: TestUser): Promise<Colleague[]> => (await app.get<{ colleagues: Colleague[] }>(user, '/colleagues')).body.colleagues;

it('an incident that is restricted leaves every screen but those of the persons named, with its whole log, and comes back', async () => {
  const logged = await app.order(duty, 'incident.log', aFlood());
  const incidentId = logged.ok ? (logged.refs['incident'] ?? '') : '';
  await app.order(duty, 'incident.note', { incidentId, text: '网传溃坝' });
  const screens = await Promise.all([duty, leader, water, city].map((user) => app.connect(user, { since: 0 })));
  const holding = (): number[] => screens.map(({ model }) => model.docs().filter(({ id }) => id.startsWith(incidentId)).length);
  await until('all four see it', () => holding().every((count) => count === 3));

  await app.order(leader, 'incident.restrict', { incidentId, named: [water.id], reason: '涉密' });
  await until('the city has lost it', () => holding().join() === '4,4,4,0');
  expect((await app.get(city, `/incidents/${incidentId}/timeline`)).status).toBe(404);
  expect((await app.get<Incident>(water, `/incidents/${incidentId}`)).body.sensitive?.named).toEqual([water.id]);

  await app.order(leader, 'incident.release', { incidentId, reason: '已公开' });
  await until('the city has it again', () => holding().every((count) => count === 5));
});

it('a duty officer names whoever is in the own chain and its departments, by name only', async () => {
  const named = await colleagues(duty);
  expect(named.map(({ role, org }) => `${role} ${org}`)).toEqual(['city-duty 360700', `county-duty ${YUDU}`, `county-leader ${YUDU}`, `department ${WATER}`]);
  expect(Object.keys(named[0] ?? {}).sort()).toEqual(['id', 'name', 'org', 'role']);
  expect((await colleagues(city)).map(({ org }) => org)).toContain(ZHANGGONG);
  expect((await app.get(water, '/colleagues')).status).toBe(403);
  expect((await app.get(null, '/colleagues')).status).toBe(401);
});

it('whatever belongs to an incident, of any kind, is restricted with it', async () => {
  const { core } = app;
  // The organisations that the scenes are about come with those who sit there.
  await app.order(app.admin, 'organisation.add', { organisationId: TEAM, kind: 'team', name: '蓝天', parent: '360700' });
  for (const role of ['village-reporter', 'township-duty', 'neighbour'] as const) await app.addUser(role);
  const give = giverOf(core.orders.submit, core.ids.next);
  await enrolTeams(give);
  for (const type of Object.keys(ORDERS).filter(isOrderType)) await ORDER_CASES[type](give, app.core.world);
  const orders = [...core.world.all('incident')].map(({ id }) => ({
    id: core.ids.next(),
    type: 'incident.restrict',
    payload: { incidentId: id, named: [], reason: '涉密' },
  }));
  for (const order of orders) await core.orders.submit(order, cityLeader);
  const restricted = new Map([...core.world.all('incident')].flatMap(({ id, sensitive, readers }) => (sensitive ? [[id, new Set(readers)]] : [])));
  expect(restricted.size).toBeGreaterThan(10);
  const seenByOthers = core.world.kinds().flatMap((kind) =>
    [...core.world.all(kind)].flatMap((doc) => {
      const readers = 'incidentId' in doc && typeof doc.incidentId === 'string' ? restricted.get(doc.incidentId) : undefined;
      // A team that was asked goes on seeing what it was asked, and its own mission.
      const asked = 'alwaysReadBy' in doc ? doc.alwaysReadBy : [];
      return readers && !doc.readers.every((room) => readers.has(room) || asked.includes(room)) ? [`${kind}/${doc.id}`] : [];
    }),
  );
  expect(seenByOthers).toEqual([]);
});
