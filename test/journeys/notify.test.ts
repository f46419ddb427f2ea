import { stat } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DeliveryRecord } from '#server/notify/models.ts';
import { aBrowser, fakeReceiver, HERE } from '#test/support/fake-receiver.ts';
import { aFlood } from '#test/support/payloads.ts';
import { aTeam } from '#test/support/teams.ts';
import { testApp, type TestApp, type TestUser } from '#test/support/test-app.ts';
import { until } from '#test/support/until.ts';

const BLUE = 'blue-sky';
let app: TestApp;
let gate: Awaited<ReturnType<typeof fakeReceiver>>;
let duty: TestUser;
let blue: TestUser;

beforeAll(async () => {
  gate = await fakeReceiver();
  app = await testApp({ ports: { pushReach: HERE }, env: { NOTIFY_WEBHOOK_URL: `${gate.url}/hook`, NOTIFY_WEBHOOK_SECRET: 'a good secret' } });
  duty = await app.addUser('county-duty');
  await app.order(app.admin, 'organisation.add', { organisationId: BLUE, kind: 'team', name: BLUE, parent: '360731' });
  blue = await app.addUser('team', BLUE);
  app.core.world.load('team', aTeam(BLUE).doc);
}, 30_000);
afterAll(async () => {
  await app.close();
  await gate.close();
});

async function asked(exercise = false): Promise<string> {
  const flood = await app.order(duty, 'incident.log', aFlood({ exercise }));
  if (!flood.ok) throw new Error(flood.message);
  const staging = { lng: 115.42, lat: 25.95, text: '贡江大桥东' };
  const acceptBy = new Date(Date.now() + 3_600_000).toISOString();
  const need = { incidentId: flood.refs['incident'] ?? '', capability: { category: 'water' as const }, teamsNeeded: 1, staging, acceptBy, teamIds: [BLUE] };
  const answer = await app.order(duty, 'dispatch.request', need);
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.refs['dispatch'] ?? '';
}

const subscribe = (user: TestUser, browser: ReturnType<typeof aBrowser>) => app.call(user, 'POST', '/push/subscriptions', browser.subscription);

it('a key is made once, readable by its owner alone, and given to whoever is signed in', async () => {
  const { body } = await app.get<{ key: string }>(blue, '/push/key');
  expect(Buffer.from(body.key, 'base64url')).toHaveLength(65);
  expect((await stat(path.join(app.core.config.DATA_DIR, 'keys/vapid.json'))).mode & 0o777).toBe(0o600);
  expect((await app.get(null, '/push/key')).status).toBe(401);
});

it('an offer and a stand-down reach a team’s browser and the webhook, and say nothing of a person or a place', async () => {
  const browser = aBrowser(`${gate.url}/push/1`);
  expect((await subscribe(blue, browser)).status).toBe(201);
  const dispatchId = await asked();
  await until('the browser is told', () => gate.at('/push/1').length === 1);
  const [push] = gate.at('/push/1');
  expect(push?.headers).toMatchObject({ urgency: 'high', 'content-encoding': 'aes128gcm', authorization: expect.stringMatching(/^vapid t=/) });
  const message = browser.read(push?.body ?? Buffer.alloc(0));
  expect(message).toMatchObject({ title: '调派请求', tag: `dispatch.${dispatchId}`, url: '/team#offer' });
  await until('the webhook is told', () => gate.at('/hook').length === 1);
  const [hook] = gate.at('/hook');
  expect(hook?.headers['x-fenghuo-signature']).toMatch(/^sha256=[0-9a-f]{64}$/);
  for (const text of [JSON.stringify(message), hook?.body.toString('utf8')]) expect(text).not.toMatch(/梅江|贡江|张|1[3-9]\d{9}/);
  await app.order(duty, 'dispatch.stand-down', { dispatchId, teamIds: [BLUE] });
  await until('the browser is told', () => gate.at('/push/1').length === 2);
  expect(browser.read(gate.at('/push/1')[1]?.body ?? Buffer.alloc(0))).toMatchObject({ title: '无需出动' });
});

it('of a drill nothing leaves', async () => {
  const before = gate.received.length;
  await asked(true);
  await app.core.notify.idle();
  expect(gate.received).toHaveLength(before);
});

it('is tried again while a receiver is away; what is gone is forgotten; each attempt is seen by the administrator', async () => {
  const gone = aBrowser(`${gate.url}/push/2`);
  await subscribe(blue, gone);
  gate.answerWith('/push/2', 410);
  gate.answerWith('/push/1', 503);
  const dispatchId = await asked();
  const tag = `dispatch.${dispatchId}`;
  const read = async () =>
    (await app.get<{ deliveries: (DeliveryRecord & { id: string })[] }>(app.admin, '/notifications')).body.deliveries.filter((one) => one.tag === tag);
  let found = await read();
  await until('nothing waits', async () => (found = await read()).length === 3 && found.every(({ state }) => state !== 'waiting'));
  const push = found.filter(({ channel }) => channel === 'push').map(({ state, attempts }) => [state, attempts.map(({ status }) => status)]);
  expect(push).toContainEqual(['sent', [503, 201]]);
  expect(push).toContainEqual(['gone', [410]]);
  expect(JSON.stringify(found)).not.toContain('/push/');
  const before = gate.at('/push/1').length;
  await asked();
  await until('the browser is told', () => gate.at('/push/1').length > before);
  expect(gate.at('/push/2')).toHaveLength(1);
  expect((await app.get(duty, '/notifications')).status).toBe(403);
  expect((await (await fetch(`${app.url}/metrics`)).text()).match(/fenghuo_messages_sent_total (\d+)/)?.[1]).not.toBe('0');
});

it('an endpoint is checked, and is its account’s own', async () => {
  const elsewhere = await app.call(blue, 'POST', '/push/subscriptions', aBrowser('https://10.0.0.1/x').subscription);
  expect(elsewhere.body).toMatchObject({ code: 'invalid', details: [{ path: 'endpoint' }] });
  const short = await app.call(blue, 'POST', '/push/subscriptions', { endpoint: `${gate.url}/x`, keys: { p256dh: 'a', auth: 'b' } });
  expect(short.body).toMatchObject({ code: 'invalid', details: [{ path: 'keys.p256dh' }, { path: 'keys.auth' }] });
  expect((await subscribe(duty, aBrowser(`${gate.url}/duty`))).status).toBe(403);
  await app.call(duty, 'DELETE', '/push/subscriptions', { endpoint: `${gate.url}/push/1` });
  const before = gate.at('/push/1').length;
  await asked();
  await until('the browser is told', () => gate.at('/push/1').length > before);
});

it('who signs out is told nothing more on that device', async () => {
  const { token } = await app.signIn(blue.username);
  await subscribe({ ...blue, token }, aBrowser(`${gate.url}/push/3`));
  await app.call({ ...blue, token }, 'DELETE', '/session');
  const before = gate.at('/push/1').length;
  await asked();
  await until('the browser is told', () => gate.at('/push/1').length > before);
  await app.core.notify.idle();
  expect(gate.at('/push/3')).toHaveLength(0);
});
