import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Role } from '#shared/seat.ts';
import { ADMIN_PASSWORD } from './test-core.ts';

export interface ServerProcess {
  url: string;
  signIn(username: string, password?: string): Promise<string>;
  /** Nothing when no answer came: the server may have died before or after it took the request. */
  call<T>(token: string | undefined, method: string, path: string, body?: unknown): Promise<{ status: number; body: T } | undefined>;
  addUser(admin: string, role: Role, org: string): Promise<string>;
  kill(signal: NodeJS.Signals): Promise<number | null>;
}

const READY = /is ready: (http:\S+)/;

const BARE = [process.execPath, '--import', 'tsx', 'server/main.ts'] as const;
/** As the README says it: a signal has to find its way through npm and its shell. */
export const NPM_START = ['npm', 'start'] as const;

/** The server in a process of its own. */
export async function startServer(dataDir: string, [command, ...args]: readonly [string, ...string[]] = BARE): Promise<ServerProcess> {
  const env = { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, ADMIN_PASSWORD, LOG_LEVEL: 'warn', CACHE_MB: '64', PLAN_LIBRARY: 'none' };
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const url = await readyOf(child);

  async function call<T>(token: string | undefined, method: string, path: string, body?: unknown): Promise<{ status: number; body: T } | undefined> {
    try {
      const headers = { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) };
      const response = await fetch(`${url}/api/v1${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
      return { status: response.status, body: (await response.json()) as T };
    } catch (error) {
      // fetch says so, by a TypeError, when the line broke.
      if (error instanceof TypeError || error instanceof SyntaxError) return undefined;
      throw error;
    }
  }

  async function signIn(username: string, password = ADMIN_PASSWORD): Promise<string> {
    const reply = await call<{ token: string }>(undefined, 'POST', '/session', { username, password });
    if (reply?.status !== 200) throw new Error(`${username} could not sign in: ${JSON.stringify(reply)}`);
    return reply.body.token;
  }

  return {
    url,
    call,
    signIn,
    async addUser(admin, role, org) {
      const reply = await call(admin, 'POST', '/users', { username: `${role}-${org}`, password: ADMIN_PASSWORD, name: role, role, org });
      if (reply?.status !== 201) throw new Error(`a ${role} could not be added: ${JSON.stringify(reply)}`);
      return signIn(`${role}-${org}`);
    },
    async kill(signal) {
      const exited = once(child, 'exit');
      child.kill(signal);
      const [code] = (await exited) as [number | null];
      return code;
    },
  };
}

function readyOf(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const url = READY.exec(said)?.[1];
      if (url !== undefined) resolve(url);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
}
