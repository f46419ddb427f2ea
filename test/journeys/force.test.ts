import { afterAll, beforeAll, expect, it } from 'vitest';
import { CITY, GONGJIANG, YUDU, ZHANGGONG } from '#test/support/seats.ts';
import { aTeam, OFF_DUTY } from '#test/support/teams.ts';
import { testApp, type TestApp, type TestUser } from '#test/support/test-app.ts';

const [BLUE, RED] = ['blue-sky', 'red-cross'] as const;
let app: TestApp;
let duty: TestUser;

beforeAll(async () => {
  app = await testApp();
  duty = await app.addUser('county-duty');
  const readers = [`org:${YUDU}`, `org:${CITY}`];
  for (const { doc } of [aTeam(BLUE, { readers: [...readers, `team:${BLUE}`] }), aTeam(RED, { readers, ...OFF_DUTY })]) app.core.world.load('team', doc);
}, 30_000);
afterAll(() => app.close());

interface Forces {
  forces: { category: string; reach?: object[]; against?: object; counties?: { adcode: string }[] }[];
}

it('who dispatches is told of the joint force at a place, at a county’s seat and by county', async () => {
  const at = await app.get<Forces>(duty, '/teams/readiness?lng=115.42&lat=25.95&capability=water');
  expect(at.body.forces).toMatchObject([{ category: 'water', reach: [{ hours: 1, teams: 1, heads: 20 }, {}, {}], against: { 'off-duty': 1 }, total: 2 }]);
  const seat = await app.get<Forces>(duty, `/teams/readiness?county=${YUDU}`);
  expect(seat.body.forces.map(({ category }) => category)).toEqual(['collapse', 'mountain', 'water', 'diving', 'medical']);
  const all = await app.get<Forces>(duty, '/teams/readiness?capability=water');
  expect(all.body.forces[0]?.counties?.find(({ adcode }) => adcode === YUDU)).toMatchObject({ based: { teams: 2, fit: 1, heads: 20 }, name: '于都县' });
  for (const user of [await app.addUser('team', BLUE), await app.addUser('township-duty', GONGJIANG)])
    expect((await app.get(user, '/teams/readiness?capability=water')).status).toBe(403);
  for (const [query, path] of [
    ['lng=115', 'lat'],
    [`county=${YUDU}&lng=1&lat=2`, 'county'],
    ['capability=cooking', 'capability'],
  ])
    expect((await app.get(duty, `/teams/readiness?${query}`)).body).toMatchObject({ code: 'invalid', details: [{ path }] });
});

it('teams for other maps are those that a seat may see, and nobody is on them', async () => {
  const { body, text } = await app.get<{ features: { id: string; properties: object }[] }>(duty, '/teams.geojson');
  expect(body.features.map(({ id }) => id)).toEqual([BLUE, RED]);
  expect(body.features[0]?.properties).toMatchObject({ capabilities: [{ category: 'water', level: 2 }], insured: 20, ready: true });
  expect(body.features[1]?.properties).toMatchObject({ ready: false });
  expect(text).not.toMatch(/leader|贡江镇|phone/);
  const other = await app.addUser('county-duty', ZHANGGONG);
  expect((await app.get<{ features: object[] }>(other, '/teams.geojson')).body.features).toEqual([]);
});
