import type { OrderType, Payload } from '#shared/catalogue.ts';
import type { Snapshot } from '#shared/feed.ts';
import type { Answer } from '#shared/order.ts';
import type { Handshake } from '#shared/protocol.ts';
import { seatOf, type Role, type Seat } from '#shared/seat.ts';
import { openApp, type App } from '#server/app.ts';
import type { Core } from '#server/core.ts';
import { HOME } from './seats.ts';
import { connectClient, type TestClient } from './test-client.ts';
import { ADMIN_PASSWORD, testCore, type CoreOptions } from './test-core.ts';

export interface TestUser {
  id: string;
  username: string;
  password: string;
  token: string;
  seat: Seat;
}

export interface Reply<T> {
  status: number;
  headers: Headers;
  body: T;
  text: string;
}

export interface TestApp {
  app: App;
  core: Core;
  url: string;
  admin: TestUser;
  /** Adds an account by the administrator's calls and signs it in. */
  addUser(role: Role, org?: string, username?: string): Promise<TestUser>;
  signIn(username: string, password?: string): Promise<{ token: string; user: { id: string; name: string; role: Role; org: string; team?: string } }>;
  /** A call of the API below `/api/v1`. Without a user, nobody is signed in. */
  call<T = unknown>(user: TestUser | null, method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply<T>>;
  get<T = unknown>(user: TestUser | null, path: string, headers?: Record<string, string>): Promise<Reply<T>>;
  /** An order by HTTP. */
  order<T extends OrderType>(user: TestUser, type: T, payload: Payload<T>, id?: string): Promise<Answer>;
  connect(user: TestUser, handshake?: Omit<Handshake, 'token'>): Promise<TestClient>;
  snapshot(user: TestUser, query?: string): Promise<Snapshot>;
  close(): Promise<void>;
}

/** Strong enough for the rules on passwords, and different for each. */
export const passwordOf = (username: string): string => `Beacon tower ${username.length} over ${[...username].reverse().join('')}`;

/** A whole server on a port of its own, with its administrator signed in. */
export async function testApp(options: CoreOptions = {}): Promise<TestApp> {
  const { core, cleanUp } = await testCore(options);
  await core.access.ensureAdministrator();
  const app = await openApp(core);
  const clients = new Set<TestClient>();

  async function call<T>(user: TestUser | null, method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Reply<T>> {
    const response = await fetch(`${app.url}/api/v1${path}`, {
      method,
      headers: {
        ...(user ? { authorization: `Bearer ${user.token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json') && text !== '';
    return { status: response.status, headers: response.headers, body: (json ? JSON.parse(text) : undefined) as T, text };
  }

  const signIn: TestApp['signIn'] = async (username, password = passwordOf(username)) => {
    const reply = await call<Awaited<ReturnType<TestApp['signIn']>>>(null, 'POST', '/session', { username, password });
    if (reply.status !== 200) throw new Error(`${username} could not sign in: ${reply.text}`);
    return reply.body;
  };

  async function userOf(username: string, password: string): Promise<TestUser> {
    const { token, user } = await signIn(username, password);
    return { id: user.id, username, password, token, seat: seatOf(user, core.world.get('organisation', user.org)) };
  }

  const admin = await userOf('admin', ADMIN_PASSWORD);

  return {
    app,
    core,
    url: app.url,
    admin,
    call,
    get: (user, path, headers) => call(user, 'GET', path, undefined, headers),
    signIn,
    async addUser(role, org = HOME[role], username = `${role}-${org}`) {
      const account = { username, password: passwordOf(username), name: username, role, org, ...(role === 'team' ? { team: org } : {}) };
      const reply = await call(admin, 'POST', '/users', account);
      if (reply.status !== 201) throw new Error(`${username} could not be added: ${reply.text}`);
      return userOf(username, account.password);
    },
    async order(user, type, payload, id = core.ids.next()) {
      return (await call<Answer>(user, 'POST', '/orders', { id, type, payload })).body;
    },
    async connect(user, handshake = {}) {
      const client = await connectClient(app.url, { ...handshake, token: user.token });
      clients.add(client);
      return client;
    },
    async snapshot(user, query = '') {
      const reply = await call<Snapshot>(user, 'GET', `/snapshot${query}`);
      if (reply.status !== 200) throw new Error(`no snapshot for ${user.username}: ${reply.text}`);
      return reply.body;
    },
    async close() {
      await app.close();
      for (const client of clients) client.close();
      await cleanUp();
    },
  };
}
