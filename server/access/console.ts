import { chmod, mkdir, rm } from 'node:fs/promises';
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import path from 'node:path';
import type { Log } from '#server/ports.ts';
import { layoutOf } from '#server/store/layout.ts';
import { AccessError } from './access-error.ts';
import { runAccountAction, type AccountAction, type AccountPort, type AccountResult } from './account-actions.ts';

export interface Console {
  close(): Promise<void>;
}

const LARGEST_BODY = 16 * 1024;
/** Longer than a password takes to hash, shorter than a person waits. */
const ANSWER_MS = 30_000;

/** Beside the engine's socket, where only the user that runs the server may go. */
const socketOf = (dataDir: string): string => path.join(path.dirname(layoutOf(dataDir).socket), 'console.sock');

/** Listens to the command line of the same machine user, as long as the server runs. The directory's mode is the lock. */
export async function openConsole({ dataDir, access, log }: { dataDir: string; access: AccountPort; log: Log }): Promise<Console> {
  const socket = socketOf(dataDir);
  await mkdir(path.dirname(socket), { recursive: true, mode: 0o700 });
  await chmod(path.dirname(socket), 0o700);
  if (await answers(socket)) throw new Error(`Another server runs on ${dataDir}.`);
  await rm(socket, { force: true });
  const server = createServer((req, res) => {
    answer(req, res, access).catch((error: unknown) => {
      log.error({ err: error }, 'the console failed');
      res.destroy();
    });
  });
  await listen(server, socket);
  await chmod(socket, 0o600);
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Asks the server that runs on this directory; undefined when none does. */
export async function askConsole(dataDir: string, action: AccountAction): Promise<AccountResult | undefined> {
  try {
    const { status, body } = await post(socketOf(dataDir), JSON.stringify(action));
    if (status === 200) return body as AccountResult; // our own server's answer, by the same code
    const { code, message, details } = body as { code: string; message: string; details?: { path: string; message: string }[] };
    throw new AccessError(status, code, message, details ? { details } : {});
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ECONNREFUSED')) return undefined;
    throw error;
  }
}

async function answer(req: IncomingMessage, res: ServerResponse, access: AccountPort): Promise<void> {
  const say = (status: number, body: object): void => void res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  try {
    if (req.method !== 'POST' || req.url !== '/user') throw new AccessError(404, 'no-such-path', 'There is nothing at this path.');
    say(200, await runAccountAction(access, parsed(await textOf(req, LARGEST_BODY))));
  } catch (error) {
    if (!(error instanceof AccessError)) throw error;
    say(error.status, { ok: false, code: error.code, message: error.message, details: error.details });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AccessError(400, 'invalid', 'The body is not JSON.');
  }
}

async function textOf(stream: IncomingMessage, limit = Number.POSITIVE_INFINITY): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw new AccessError(413, 'too-large', 'The body is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function post(socketPath: string, body: string): Promise<{ status: number; body: unknown }> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const asked = request({ socketPath, agent: false, method: 'POST', path: '/user', headers, timeout: ANSWER_MS }, (res) => {
      textOf(res).then((text) => resolve({ status: res.statusCode ?? 500, body: parsed(text) }), reject);
    });
    asked.on('timeout', () => asked.destroy(new Error('The server did not answer in time.')));
    asked.on('error', reject);
    asked.end(body);
  });
}

/** A socket that a killed server left behind takes no connection. */
function answers(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(socketPath);
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
}

function listen(server: Server, socket: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(socket, resolve);
  });
}
