import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORDERS } from '#shared/catalogue.ts';
import { YUDU } from '#test/support/seats.ts';
import { ADMIN_PASSWORD } from '#test/support/test-core.ts';
import { testApp, type TestApp, type TestUser } from '#test/support/test-app.ts';

let app: TestApp;
let auditor: TestUser;
beforeAll(async () => {
  app = await testApp({ env: { METRICS_TOKEN: 'metrics-token-1' } });
  auditor = await app.addUser('auditor');
});
afterAll(() => app.close());

const bare = (path: string, init?: RequestInit) => fetch(app.url + path, init);

describe('the interface for machines', () => {
  interface Document {
    openapi: string;
    paths: Record<string, Record<string, unknown>>;
    components: { schemas: Record<string, { properties: { type: { const?: string; enum?: string[] } } }> };
  }
  let document: Document;
  beforeAll(async () => {
    document = (await app.get<Document>(null, '/openapi.json')).body;
  });

  it('lists every order with its payload', () => {
    expect(document.openapi).toMatch(/^3\.1/);
    const orders = Object.entries(document.components.schemas).filter(([name]) => name.startsWith('Order_'));
    expect(orders.map(([, { properties }]) => properties.type.const ?? properties.type.enum?.[0]).sort()).toEqual(Object.keys(ORDERS).sort());
    for (const [name, { properties }] of orders) expect(properties, name).toHaveProperty('payload');
  });

  it('every path that it lists is there', async () => {
    for (const [path, calls] of Object.entries(document.paths)) {
      for (const method of Object.keys(calls)) {
        const { status, text } = await app.call(
          null,
          method.toUpperCase(),
          path.replaceAll(/\{kinds\}/g, 'incidents').replaceAll(/\{\w+\}/g, 'x'),
          method === 'get' ? undefined : {},
        );
        expect([400, 401], `${method} ${path} ${text}`).toContain(status);
      }
    }
  });

  it('is shown to people too, with nothing from elsewhere', async () => {
    const page = await bare('/docs');
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(html).not.toMatch(/https?:\/\//);
    for (const [, file] of html.matchAll(/(?:src|href)="([^"]+)"/g)) expect((await bare(file ?? '')).status, file).toBe(200);
  });
});

describe('without signing in', () => {
  it('a client learns what it must know to start', async () => {
    expect((await app.get(null, '/config')).body).toMatchObject({
      region: '360700',
      timeZone: 'Asia/Shanghai',
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      map: { layers: [] },
      languages: ['zh-CN', 'en'],
    });
  });

  it('the server says that it is alive and ready', async () => {
    expect(await (await bare('/healthz')).json()).toEqual({ ok: true });
    expect(await (await bare('/readyz')).json()).toMatchObject({ ok: true, seq: app.core.world.seq, store: 'embedded' });
  });

  it('the metrics want their token', async () => {
    expect((await bare('/metrics')).status).toBe(401);
    const metrics = await (await bare('/metrics', { headers: { authorization: 'Bearer metrics-token-1' } })).text();
    expect(metrics).toContain(`fenghuo_journal_seq ${app.core.world.seq}`);
    for (const name of ['fenghuo_commits_total', 'fenghuo_orders_refused_total', 'fenghuo_sockets', 'fenghuo_due_missed', 'nodejs_eventloop_lag_seconds'])
      expect(metrics).toContain(name);
  });

  it('nothing else is told', async () => {
    for (const path of ['/session', '/sessions', '/users', '/snapshot', '/incidents', '/journal', '/journal/verify', '/orders/x', '/nothing']) {
      expect(await app.get(null, path), path).toMatchObject({ status: 401, body: { ok: false, code: 'not-signed-in' } });
    }
  });
});

describe('signing in', () => {
  it('gives a token and a cookie that no script can read', async () => {
    const reply = await app.call<{ token: string; user: object }>(null, 'POST', '/session', { username: 'admin', password: ADMIN_PASSWORD });
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({ token: expect.any(String), user: { name: expect.any(String), role: 'administrator', org: '360700' } });
    expect(reply.headers.get('set-cookie')).toMatch(/^fenghuo=[^;]+;.*HttpOnly.*SameSite=/i);
    expect((await app.get<{ user: object; csrf: string }>({ ...app.admin, token: reply.body.token }, '/session')).body).toMatchObject({
      user: { username: 'admin' },
      csrf: expect.any(String),
      mustChangePassword: false,
      totp: false,
    });
  });

  it('a wrong password is refused in the words of a wrong name', async () => {
    const [password, name] = [
      await app.call(null, 'POST', '/session', { username: 'admin', password: 'wrong' }),
      await app.call(null, 'POST', '/session', { username: 'nobody', password: 'wrong' }),
    ];
    expect([password.status, name.status]).toEqual([401, 401]);
    expect(password.body).toMatchObject({ ok: false, code: 'bad-credentials' });
    expect(name.text).toBe(password.text);
  });
});

describe('the journal', () => {
  it('is read by the auditor of the city, a page at a time', async () => {
    const { body } = await app.get<{ commits: { seq: number }[]; head: number }>(auditor, '/journal?after=2&limit=3');
    expect(body.commits.map(({ seq }) => seq)).toEqual([3, 4, 5]);
    expect(body.head).toBe(app.core.world.seq);
    expect(Object.keys(body.commits[0] ?? {})).toEqual(expect.arrayContaining(['seq', 'order', 'actor', 'at', 'events', 'hash']));
    expect((await app.get(auditor, '/journal/verify')).body).toEqual({ ok: true, seq: app.core.world.seq });
  });

  it('is read by nobody else', async () => {
    const others = [app.admin, await app.addUser('city-leader'), await app.addUser('auditor', YUDU, 'auditor-yudu')];
    for (const user of others)
      for (const path of ['/journal', '/journal/verify'])
        expect(await app.get(user, path)).toMatchObject({ status: 403, body: { ok: false, code: 'not-permitted' } });
  });

  it('says who was given which seat, and no password', async () => {
    const { text } = await app.get(auditor, '/journal?limit=1000');
    expect(text).toContain('seat.granted');
    expect(text).not.toMatch(/argon2|Beacon tower|Lighthouse/);
  });
});

describe('what is not there', () => {
  it('is said in the same form as every no', async () => {
    const missing = [
      ['GET', '/nothing'],
      ['POST', '/incidents'],
      ['DELETE', '/journal'],
      ['PUT', '/orders'],
      ['GET', '/incidents/a/b/c'],
    ] as const;
    for (const [method, path] of missing)
      expect(await app.call(auditor, method, path), `${method} ${path}`).toMatchObject({
        status: 404,
        body: { ok: false, code: 'no-such-path', message: expect.any(String) },
      });
    expect(await (await bare('/api/v2/anything')).json()).toMatchObject({ ok: false, code: 'no-such-path' });
  });

  it('a path that cannot be read is refused, not a fault', async () => {
    for (const path of ['/incidents/%E0%A4%A', '/incidents/%00', `/incidents/${'x'.repeat(5000)}`, '/__proto__', '/constructor/x', '/incidents/__proto__']) {
      const { status } = await app.get(auditor, path);
      expect(status >= 400 && status < 500, `${path} ${status}`).toBe(true);
    }
  });
});

it('every answer keeps a browser from doing what it should not', async () => {
  for (const path of ['/api/v1/config', '/docs', '/']) {
    const { headers } = await bare(path);
    expect(headers.get('content-security-policy')).toMatch(/script-src 'self'(;|$)/);
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect([headers.get('x-content-type-options'), headers.get('x-powered-by')]).toEqual(['nosniff', null]);
  }
  expect((await bare('/api/v1/config')).headers.get('cache-control')).toContain('no-store');
});
