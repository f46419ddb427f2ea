import type { Log } from '#server/ports.ts';
import mongoose from 'mongoose';
import { guardDriver } from './driver-guard.ts';
import { StoreError } from './store-error.ts';

const DEFAULT_DATABASE = 'fenghuo';

/**
 * A write is acknowledged when the journal on disk has it; the driver's default acknowledges earlier and loses writes in a crash.
 * On a replica set that takes a majority. The embedded engine must not be asked for one: it then answers before its journal
 * is flushed (hundreds of writes lost in twenty kills), and with `w: 1, j: true` it answers after (none in a hundred).
 */
const WRITE_CONCERN = {
  server: { w: 'majority', journal: true },
  embedded: { w: 1, journal: true },
} as const;

/** Opens the connection that all work goes through. */
export async function connect(uri: string, kind: keyof typeof WRITE_CONCERN, log: Log): Promise<mongoose.Connection> {
  const { hosts, database } = uriFacts(uri);
  guardDriver();
  try {
    const connection = mongoose.createConnection(withoutWriteConcern(uri), {
      dbName: database ?? DEFAULT_DATABASE,
      writeConcern: WRITE_CONCERN[kind],
      // The embedded engine has no retryable writes, and an order's id already makes a repeat harmless.
      retryWrites: false,
      heartbeatFrequencyMS: 1000,
      connectTimeoutMS: 1500,
      serverSelectionTimeoutMS: 3000,
      socketTimeoutMS: 15_000,
      maxPoolSize: 40,
      autoIndex: false,
      autoCreate: false,
      bufferCommands: false,
    });
    await connection.asPromise();
    connection.on('error', (error) => log.warn({ err: error }, 'connection to the store'));
    return connection;
  } catch (error) {
    const reason = error instanceof Error ? error.message.replaceAll(uri, '…') : 'unknown error';
    throw new StoreError('mongodb-unreachable', `MongoDB at ${hosts} cannot be reached (MONGODB_URI): ${reason}`);
  }
}

/** The driver lets an address override the options beside it, and a journaled write is not up for choice. */
function withoutWriteConcern(uri: string): string {
  const [address = '', query] = uri.split('?');
  if (query === undefined) return uri;
  const kept = query.split('&').filter((option) => !/^(w|j|journal|wtimeout|wtimeoutms|fsync|retrywrites)=/i.test(option));
  return `${address}?${kept.join('&')}`;
}

/** What may be told about an address: never the credentials in it. */
export function uriFacts(uri: string): { hosts: string; database: string | undefined } {
  const found = /^mongodb(?:\+srv)?:\/\/(?:[^@/]*@)?([^/?]+)(?:\/([^?]*))?/.exec(uri);
  const database = found?.[2];
  return { hosts: found?.[1] ?? '(not a MongoDB address)', database: database === '' ? undefined : database };
}
