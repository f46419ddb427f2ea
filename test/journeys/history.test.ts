import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Put } from '#shared/feed.ts';
import type { Incident } from '#shared/incident/state.ts';
import type { HistoryStep } from '#server/http/history-routes.ts';
import { aFlood, placeIn } from '#test/support/payloads.ts';
import { SYSTEM_SEAT, YUDU, ZHANGGONG } from '#test/support/seats.ts';
import { testApp, type TestApp, type TestUser } from '#test/support/test-app.ts';

let app: TestApp;
let duty: TestUser;
let city: TestUser;
let neighbour: TestUser;
let flood: string;

beforeAll(async () => {
  app = await testApp();
  duty = await app.addUser('county-duty');
  city = await app.addUser('city-duty');
  neighbour = await app.addUser('county-duty', ZHANGGONG);
  const answer = await app.order(duty, 'incident.log', aFlood({ casualties: { missing: 3 } }));
  if (!answer.ok) throw new Error(answer.message);
  flood = answer.id;
  await app.order(duty, 'incident.update', { incidentId: flood, casualties: { dead: 1, missing: 2 } });
  await app.order(city, 'incident.update', { incidentId: flood, place: placeIn(ZHANGGONG, { text: '水南镇' }) });
  await app.order(city, 'incident.note', { incidentId: flood, text: '两地会商' });
});
afterAll(() => app.close());

const stepsFor = async (user: TestUser): Promise<HistoryStep[]> => (await app.get<{ steps: HistoryStep[] }>(user, `/incidents/${flood}/history`)).body.steps;
const incidentIn = ({ puts }: HistoryStep): Incident | undefined => puts.find((put): put is Extract<Put, { kind: 'incident' }> => put.kind === 'incident')?.doc;

it('every moment of an incident is told as it was then', async () => {
  const steps = await stepsFor(duty);
  expect(steps.map(({ order }) => order)).toEqual(['incident.log', 'incident.update', 'incident.update', 'incident.note']);
  expect(steps.map((step) => incidentIn(step)?.casualties)).toEqual([
    { missing: 3 },
    { dead: 1, missing: 2 },
    { dead: 1, missing: 2 },
    { dead: 1, missing: 2 },
  ]);
  expect(steps.map((step) => incidentIn(step)?.place.adcode)).toEqual([YUDU, YUDU, ZHANGGONG, ZHANGGONG]);
  expect(incidentIn(steps[3] ?? expect.unreachable())).toEqual((await app.get<Incident>(duty, `/incidents/${flood}`)).body);
});

it('who came to see it late is not shown what was before', async () => {
  const steps = await stepsFor(neighbour);
  expect(steps.map(({ order }) => order)).toEqual(['incident.update', 'incident.note']);
  expect(JSON.stringify(steps)).not.toContain('"text":"贡江镇渡江大道"');
});

it('it is the same after the incident has left what is active', async () => {
  const before = await stepsFor(city);
  const leader = await app.addUser('city-leader');
  await app.order(leader, 'incident.close', { incidentId: flood, reason: '险情排除', override: '报送另行办理' });
  await app.core.orders.submit({ id: app.core.ids.next(), type: 'incident.archive', payload: { incidentId: flood } }, SYSTEM_SEAT);
  const after = await stepsFor(city);
  expect(after.slice(0, before.length)).toEqual(before);
  expect(incidentIn(after.at(-1) ?? expect.unreachable())).toMatchObject({ status: 'closed' });
});

it('the past of an incident that a seat may not see is not there', async () => {
  const stranger = await app.addUser('county-duty', '360733');
  expect(await app.get(stranger, `/incidents/${flood}/history`)).toMatchObject({ status: 404, body: { code: 'incident.unknown' } });
});
