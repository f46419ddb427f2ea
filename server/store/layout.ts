import { createHash } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';

/** Longest path a unix socket can be bound to, with its closing zero. */
const SOCKET_PATH_BYTES = 108;

/** Where the store keeps what, below DATA_DIR. The loader's cache (see glibc.ts) may be shared by several directories. */
export interface StoreLayout {
  dataDir: string;
  database: string;
  keys: string;
  ballast: string;
  socket: string;
  glibc: string;
}

export function layoutOf(dataDir: string, glibcCache = process.env.FENGHUO_GLIBC_CACHE): StoreLayout {
  const root = path.resolve(dataDir);
  return {
    dataDir: root,
    database: path.join(root, 'db'),
    keys: path.join(root, 'keys'),
    ballast: path.join(root, 'ballast'),
    socket: socketOf(root),
    glibc: glibcCache ?? path.join(root, '.glibc'),
  };
}

/** The same directory always has the same socket, so a backup finds a running engine. */
function socketOf(root: string): string {
  const plain = path.join(root, 'run/mongodb.sock');
  if (Buffer.byteLength(plain) < SOCKET_PATH_BYTES) return plain;
  const short = createHash('sha256').update(root).digest('hex').slice(0, 16);
  return path.join(os.tmpdir(), `fenghuo-${process.getuid?.() ?? 0}-${short}`, 'mongodb.sock');
}

export const socketUri = (socket: string): string => `mongodb://${encodeURIComponent(socket)}/fenghuo?directConnection=true`;
