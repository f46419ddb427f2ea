import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aFlood } from '#test/support/payloads.ts';
import { ZHANGGONG } from '#test/support/seats.ts';
import { testApp, type TestApp, type TestUser } from '#test/support/test-app.ts';
import type { TestClient } from '#test/support/test-client.ts';

let app: TestApp;
let duty: TestUser;
let zhanggong: TestUser;
let leader: TestUser;
let client: TestClient;

beforeAll(async () => {
  app = await testApp();
  duty = await app.addUser('county-duty');
  zhanggong = await app.addUser('county-duty', ZHANGGONG);
  leader = await app.addUser('county-leader');
  client = await app.connect(duty);
});
afterAll(() => app.close());

const post = (body: unknown, user: TestUser | null = duty, headers: Record<string, string> = {}) =>
  app.call<Record<string, unknown>>(user, 'POST', '/orders', body, headers);
const log = (id: string, over: object = {}) => ({ id, type: 'incident.log', payload: { ...aFlood(), ...over } });

describe('giving an order', () => {
  it('is answered with its seq and what it made', async () => {
    const id = app.core.ids.next();
    const { status, body } = await post(log(id));
    expect([status, body]).toEqual([200, { ok: true, id, seq: app.core.world.seq, refs: { incident: id } }]);
  });

  it('by both ways at once takes effect once, and is answered the same', async () => {
    const id = app.core.ids.next();
    const before = app.core.world.seq;
    const answers = await Promise.all([
      ...Array.from({ length: 5 }, async () => (await post(log(id))).body),
      ...Array.from({ length: 5 }, () => client.order('incident.log', aFlood(), id)),
    ]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify({ ok: true, id, seq: before + 1, refs: { incident: id } })]),
    );
    expect(app.core.world.seq).toBe(before + 1);
  });

  it('is refused in the same words by both ways', async () => {
    const payload = { incidentId: app.core.ids.next(), text: '…' };
    const { body } = await post({ id: app.core.ids.next(), type: 'incident.note', payload });
    expect(await client.order('incident.note', payload, app.core.ids.next())).toEqual(body);
  });

  it('each refusal has its number', async () => {
    const [logged, next] = [app.core.ids.next(), () => app.core.ids.next()];
    await post(log(logged));
    const about = { incidentId: logged };
    const cases: [number, string, unknown, TestUser?][] = [
      [400, 'invalid', log(next(), { title: '' })],
      [400, 'invalid', { id: 'x', type: 'incident.log', payload: {} }],
      [400, 'unknown-order', { id: next(), type: 'incident.explode', payload: {} }],
      [403, 'not-permitted', log(next()), leader],
      [403, 'not-permitted', { id: next(), type: 'incident.archive', payload: about }],
      [403, 'not-permitted', { id: next(), type: 'seat.grant', payload: { userId: duty.id, role: 'administrator', org: '360700' } }, app.admin],
      [404, 'incident.unknown', { id: next(), type: 'incident.note', payload: { ...about, text: '…' } }, zhanggong],
      [409, 'order-id-reused', log(logged, { title: '别的' })],
      [409, 'order-id-reused', log(logged), zhanggong],
      [409, 'incident.obligations-open', { id: next(), type: 'incident.close', payload: { ...about, reason: '…' } }],
      [200, 'ok', { id: next(), type: 'incident.close', payload: { ...about, reason: '…', override: '报送另行办理' } }, leader],
      [409, 'incident.closed', { id: next(), type: 'incident.update', payload: { ...about, title: '…' } }],
    ];
    for (const [status, code, body, user] of cases) {
      const reply = await post(body, user);
      expect([reply.status, reply.body['ok'] === true ? 'ok' : reply.body['code']], reply.text).toEqual([status, code]);
      if (status !== 200) expect(reply.body).toMatchObject({ ok: false, message: expect.stringMatching(/\S/) });
    }
  });

  it('an unknown field is named by its path', async () => {
    expect(await post({ ...log(app.core.ids.next()), seq: 7 })).toMatchObject({ status: 400, body: { code: 'invalid', details: [{ path: 'seq' }] } });
    expect(await post(log(app.core.ids.next(), { place: { ...aFlood().place, height: 7 } }))).toMatchObject({
      status: 400,
      body: { code: 'invalid', details: [{ path: 'place.height' }] },
    });
  });

  it('a body that is no JSON or too large is refused and nothing is recorded', async () => {
    const before = app.core.world.seq;
    expect(await post('{"id":')).toMatchObject({ status: 400, body: { ok: false, code: 'invalid' } });
    expect(await post('7')).toMatchObject({ status: 400, body: { ok: false, code: 'invalid' } });
    expect(await post('')).toMatchObject({ status: 400, body: { ok: false, code: 'invalid' } });
    expect(await post([log(app.core.ids.next())])).toMatchObject({ status: 400, body: { ok: false, code: 'invalid' } });
    expect(await post(log(app.core.ids.next(), { text: 'x'.repeat(110_000) }))).toMatchObject({ status: 413, body: { ok: false, code: 'too-large' } });
    expect(await post(JSON.stringify(log(app.core.ids.next())), duty, { 'content-type': 'text/plain' })).toMatchObject({
      status: 400,
      body: { ok: false, code: 'invalid' },
    });
    expect(app.core.world.seq).toBe(before);
  });

  it('nobody gives one who is not signed in, nor a foreign page', async () => {
    expect(await post(log(app.core.ids.next()), null)).toMatchObject({ status: 401, body: { ok: false, code: 'not-signed-in' } });
    expect(await post(log(app.core.ids.next()), { ...duty, token: 'x'.repeat(43) })).toMatchObject({ status: 401, body: { code: 'not-signed-in' } });
    expect(await post(log(app.core.ids.next()), duty, { origin: 'https://evil.example' })).toMatchObject({ status: 403, body: { code: 'foreign-origin' } });
  });

  it('with a cookie it needs the token that the session gives', async () => {
    const cookie = { cookie: `fenghuo=${duty.token}` };
    const order = log(app.core.ids.next());
    expect(await post(order, null, cookie)).toMatchObject({ status: 403, body: { ok: false, code: 'csrf' } });
    const { csrf } = (await app.get<{ csrf: string }>(null, '/session', cookie)).body;
    expect(await post(order, null, { ...cookie, 'x-csrf-token': csrf })).toMatchObject({ status: 200, body: { ok: true } });
  });
});

describe('what became of an order', () => {
  it('is told to whoever gave it', async () => {
    const id = app.core.ids.next();
    const { body } = await post(log(id));
    expect(await app.get(duty, `/orders/${id}`)).toMatchObject({ status: 200, body: { status: 'applied', ...body } });
    expect(await app.get(duty, `/orders/${id.toUpperCase()}`)).toMatchObject({ status: 200 });
  });

  it('one that was refused, is of somebody else or was never given was never seen', async () => {
    const [refused, given] = [app.core.ids.next(), app.core.ids.next()];
    await post(log(refused, { title: '' }));
    await post(log(given));
    for (const [user, id] of [
      [duty, refused],
      [zhanggong, given],
      [duty, app.core.ids.next()],
      [duty, 'x'],
      [duty, '%00'],
    ] as const) {
      expect(await app.get(user, `/orders/${id}`), id).toMatchObject({ status: 404, body: { ok: false, code: 'never-seen' } });
    }
  });
});

describe('a flood of orders', () => {
  it('is refused with when to come again, by both ways together, and only for who floods', async () => {
    const slow = await testApp({ env: { ORDERS_PER_SECOND: '1' } });
    const [one, other] = [await slow.addUser('county-duty'), await slow.addUser('city-duty')];
    const socket = await slow.connect(one);
    const byHttp = await Promise.all(Array.from({ length: 5 }, () => slow.call(one, 'POST', '/orders', log(slow.core.ids.next()))));
    expect(byHttp.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 429]);
    expect(byHttp.find(({ status }) => status === 429)).toMatchObject({ body: { ok: false, code: 'too-many-orders' } });
    expect(byHttp.find(({ status }) => status === 429)?.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(await socket.order('incident.log', aFlood(), slow.core.ids.next())).toMatchObject({ ok: false, code: 'too-many-orders' });
    expect((await slow.call(other, 'POST', '/orders', log(slow.core.ids.next()))).status).toBe(200);
    await slow.close();
  });
});
