import { rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Core } from '#server/core.ts';
import type { Store } from '#server/store/store.ts';
import { addOfficer, openAccess, PASSWORD } from '#test/support/test-access.ts';
import { testDirectory, testStore } from '#test/support/test-store.ts';
import { guard, sameOriginOnly, signedInOf } from './guard.ts';
import { accessRoutes } from './routes.ts';

let dataDir: string;
let store: Store;
let core: Core;
let server: Server;
let url: string;

beforeAll(async () => {
  dataDir = await testDirectory();
  store = await testStore({ dataDir });
  core = await openAccess(store, dataDir);
  const app = express();
  app.use('/api', sameOriginOnly(['https://map.example']));
  app.use('/api/v1', accessRoutes(core.access, { secureCookies: true }));
  app.use('/api/v1', guard(core.access), (_req, res) => void res.json({ me: signedInOf(res).userId }));
  server = createServer(app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await core.close();
  await store.close();
  await rm(dataDir, { recursive: true, force: true });
});

interface Reply {
  status: number;
  headers: Headers;
  body: Record<string, never> & { code?: string; csrf?: string; token?: string; details?: { path: string }[] };
}

async function call(method: string, path: string, { body, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {}): Promise<Reply> {
  const text = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
  const res = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: { ...(text === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(text === undefined ? {} : { body: text }),
  });
  return { status: res.status, headers: res.headers, body: (await res.json()) as Reply['body'] };
}

async function officer(more: object = {}) {
  const { username, id } = await addOfficer(core.access, more);
  const reply = await call('POST', '/session', { body: { username, password: PASSWORD } });
  const cookie = reply.headers.get('set-cookie')?.split(';')[0] ?? '';
  return { username, id, reply, cookie, bearer: { authorization: `Bearer ${reply.body.token}` } };
}

describe('the cookie', () => {
  it('is out of reach of scripts and of foreign pages, and goes over https only', async () => {
    const { reply } = await officer();
    expect(reply.status).toBe(200);
    expect(reply.headers.get('set-cookie')).toMatch(/^fenghuo=[\w-]{43}; Max-Age=604800; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/);
  });

  it('reads by itself, and changes only with the token that our page knows', async () => {
    const { cookie, id } = await officer();
    const session = await call('GET', '/session', { headers: { cookie } });
    expect(session).toMatchObject({ status: 200, body: { user: { id }, mustChangePassword: false, totp: false } });
    expect(await call('GET', '/anything', { headers: { cookie } })).toMatchObject({ status: 200, body: { me: id } });
    expect(await call('POST', '/anything', { headers: { cookie } })).toMatchObject({ status: 403, body: { code: 'csrf' } });
    expect(await call('POST', '/anything', { headers: { cookie, 'x-csrf-token': 'guess' } })).toMatchObject({ status: 403, body: { code: 'csrf' } });
    expect(await call('DELETE', '/session', { headers: { cookie } })).toMatchObject({ status: 403, body: { code: 'csrf' } });
    expect(await call('POST', '/anything', { headers: { cookie, 'x-csrf-token': session.body.csrf ?? '' } })).toMatchObject({ status: 200, body: { me: id } });
  });

  it('is taken back at sign-out', async () => {
    const { cookie, reply } = await officer();
    const out = await call('DELETE', '/session', { headers: { cookie, 'x-csrf-token': reply.body.csrf ?? '' } });
    expect(out.status).toBe(200);
    expect(out.headers.get('set-cookie')).toMatch(/^fenghuo=; .*Expires=Thu, 01 Jan 1970/);
    expect(await call('GET', '/session', { headers: { cookie } })).toMatchObject({ status: 401, body: { code: 'not-signed-in' } });
  });
});

describe('a bearer token', () => {
  it('needs nothing else', async () => {
    const { bearer, id } = await officer();
    expect(await call('POST', '/anything', { headers: bearer })).toMatchObject({ status: 200, body: { me: id } });
  });

  it.each(['', 'Bearer', 'Bearer x', `Bearer ${'A'.repeat(43)}`, 'Basic YWRtaW46YWRtaW4='])('that is %j lets nobody in', async (authorization) => {
    expect(await call('GET', '/session', { headers: { authorization } })).toMatchObject({ status: 401, body: { ok: false, code: 'not-signed-in' } });
  });
});

describe('a foreign page', () => {
  it.each([{ origin: 'https://evil.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }])(
    'with %j signs nobody in and changes nothing',
    async (headers: Record<string, string>) => {
      const { username, bearer } = await officer();
      expect(await call('POST', '/session', { headers, body: { username, password: PASSWORD } })).toMatchObject({
        status: 403,
        body: { code: 'foreign-origin' },
      });
      expect(await call('POST', '/anything', { headers: { ...headers, ...bearer } })).toMatchObject({ status: 403, body: { code: 'foreign-origin' } });
    },
  );

  it('that is allowed by name may', async () => {
    const { bearer } = await officer();
    expect((await call('POST', '/anything', { headers: { origin: 'https://map.example', ...bearer } })).status).toBe(200);
  });
});

describe('a body', () => {
  it('with an unknown field is refused with its path', async () => {
    expect(await call('POST', '/session', { body: { username: 'a', password: 'b', remember: true } })).toMatchObject({
      status: 400,
      body: { code: 'invalid', details: [{ path: 'remember' }] },
    });
  });

  it.each([
    ['no JSON', '{"username":'],
    ['no object', '[]'],
    ['a text', '"x"'],
    ['nothing', ''],
  ])('that is %s is refused in the same form', async (_what, body) => {
    expect(await call('POST', '/session', { body })).toMatchObject({ status: 400, body: { ok: false, code: 'invalid' } });
  });

  it('that is too large, too deep or poisoned is refused, and the server lives', async () => {
    expect(await call('POST', '/session', { body: { username: 'x'.repeat(20_000), password: 'y' } })).toMatchObject({
      status: 413,
      body: { code: 'too-large' },
    });
    expect((await call('POST', '/session', { body: `${'['.repeat(8000)}${']'.repeat(8000)}` })).status).toBe(400);
    expect(
      (await call('POST', '/session', { body: '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"username":"a","password":"b"}' }))
        .status,
    ).toBe(400);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    for (const username of [{ $ne: 1 }, { $nor: [{}] }, ['admin'], 1e308, '\ud800'])
      expect((await call('POST', '/session', { body: { username, password: 'x' } })).status).toBeLessThan(500);
  });
});

describe('who must change the password', () => {
  it('gets at nothing else before', async () => {
    const { bearer, username } = await officer({ mustChangePassword: true });
    expect(await call('GET', '/anything', { headers: bearer })).toMatchObject({ status: 403, body: { code: 'password-change-required' } });
    expect(await call('GET', '/users', { headers: bearer })).toMatchObject({ status: 403, body: { code: 'password-change-required' } });
    expect(await call('GET', '/session', { headers: bearer })).toMatchObject({ status: 200, body: { mustChangePassword: true } });
    expect((await call('POST', '/session/password', { headers: bearer, body: { current: PASSWORD, next: `not ${username} again` } })).status).toBe(200);
    expect((await call('GET', '/anything', { headers: bearer })).status).toBe(200);
  });
});

it('failed sign-ins are answered with the time to wait', async () => {
  const { username } = await officer();
  for (let n = 0; n < 5; n += 1) expect((await call('POST', '/session', { body: { username, password: `guess ${n}` } })).status).toBe(401);
  const locked = await call('POST', '/session', { body: { username, password: PASSWORD } });
  expect(locked).toMatchObject({ status: 429, body: { code: 'locked' } });
  expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(290);
});

describe('an administrator', () => {
  it('adds, sees and ends', async () => {
    const { bearer: admin } = await officer({ role: 'administrator', org: '360700' });
    const { bearer: plain } = await officer();
    const body = { username: 'by-http', password: 'demo-119', name: '王五', role: 'city-duty', org: '360700' };
    expect(await call('POST', '/users', { headers: plain, body })).toMatchObject({ status: 403, body: { code: 'not-permitted' } });
    const added = await call('POST', '/users', { headers: admin, body });
    expect(added).toMatchObject({ status: 201, body: { id: expect.any(String) } });
    const id = String(added.body['id']);
    expect(await call('POST', '/users', { headers: admin, body })).toMatchObject({ status: 409, body: { code: 'user-exists' } });
    const list = await call('GET', '/users', { headers: admin });
    expect(JSON.stringify(list.body)).toContain('by-http');
    expect(JSON.stringify(list.body)).not.toMatch(/argon2|passwordHash|totpSecret/);

    const { body: session } = await call('POST', '/session', { body: { username: 'by-http', password: 'demo-119' } });
    const theirs = { authorization: `Bearer ${session.token}` };
    expect(await call('GET', `/users/${id}/sessions`, { headers: admin })).toMatchObject({ status: 200, body: { sessions: [{ current: false }] } });
    expect((await call('DELETE', `/users/${id}/sessions`, { headers: admin })).status).toBe(200);
    expect((await call('GET', '/session', { headers: theirs })).status).toBe(401);
    expect(await call('PATCH', `/users/${id}`, { headers: admin, body: { disabled: true } })).toMatchObject({ status: 200, body: { id, disabled: true } });
    expect(await call('PATCH', '/users/nobody', { headers: admin, body: { disabled: true } })).toMatchObject({ status: 404, body: { code: 'unknown-user' } });
    expect(await call('PATCH', `/users/${id}`, { headers: admin, body: { epoch: 0 } })).toMatchObject({ status: 400, body: { details: [{ path: 'epoch' }] } });
  });
});

it('a user sees the own sessions and ends one of them', async () => {
  const { username, bearer } = await officer();
  const { body: other } = await call('POST', '/session', { body: { username, password: PASSWORD } });
  const list = await call('GET', '/sessions', { headers: bearer });
  const sessions = list.body['sessions'] as unknown as { id: string; current: boolean }[];
  expect(sessions).toHaveLength(2);
  const away = sessions.find(({ current }) => !current);
  expect((await call('DELETE', `/sessions/${away?.id}`, { headers: bearer })).status).toBe(200);
  expect((await call('GET', '/session', { headers: { authorization: `Bearer ${other.token}` } })).status).toBe(401);
  expect((await call('DELETE', '/sessions/not-mine', { headers: bearer })).status).toBe(404);
});
