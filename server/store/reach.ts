import type { Log } from '#server/ports.ts';
import { connect as dial } from 'node:net';
import type { Db } from 'mongodb';
import type mongoose from 'mongoose';
import { connect } from './connect.ts';
import { DISK_LIMITS } from './disk.ts';
import { layoutOf, socketUri } from './layout.ts';
import { openStore } from './store.ts';

/** Which store: the server at the address, or the embedded one below the directory. Keys are files in either case. */
export interface StorePlace {
  mongodbUri?: string;
  dataDir: string;
  glibcCache?: string;
  log: Log;
}

export interface ReachedStore {
  db: Db;
  close(): Promise<void>;
}

/** The store for a tool: through the engine of a running server if there is one, else opened for this purpose. */
export async function reachStore(place: StorePlace): Promise<ReachedStore> {
  const running = place.mongodbUri === undefined ? await runningEngine(place) : undefined;
  if (running !== undefined) return { db: dbOf(running), close: () => running.close() };
  // A tool leaves before a ballast is of any use.
  const store = await openStore({ ...place, tuning: { disk: { ...DISK_LIMITS, ballast: 0 } } });
  return { db: dbOf(store.connection), close: store.close };
}

/** A connection to the engine that another process of this user runs on the directory. */
export async function runningEngine({ dataDir, log }: StorePlace): Promise<mongoose.Connection | undefined> {
  const { socket } = layoutOf(dataDir);
  if (!(await answers(socket))) return undefined;
  return connect(socketUri(socket), 'embedded', log);
}

async function answers(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = dial(socketPath);
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
}

function dbOf(connection: mongoose.Connection): Db {
  if (connection.db === undefined) throw new Error('the connection is not open');
  return connection.db;
}
