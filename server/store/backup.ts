import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { BSON, type Db } from 'mongodb';
import { TRAIL } from '#server/positions/trail.ts';
import type { BackupHeader, BackupTrailer } from './backup-format.ts';
import { layoutOf } from './layout.ts';
import { reachStore, type StorePlace } from './reach.ts';

/** Values keep their exact BSON type: a Double stays one even when it is whole. */
const EXACT = { promoteValues: false, promoteLongs: false, promoteBuffers: false, bsonRegExp: true } as const;

/** Writes the whole store into one file, also while a server works on it. See backup-format.ts. */
export async function backup(from: StorePlace, outFile: string): Promise<BackupTrailer> {
  const draft = `${outFile}.unfinished`;
  const reached = await reachStore(from);
  try {
    const source = new Dump(reached.db, layoutOf(from.dataDir).keys);
    const output = createWriteStream(draft, { mode: 0o600 });
    await pipeline(Readable.from(source.lines()), createGzip({ level: 6 }), output);
    await flush(draft);
    await rename(draft, outFile);
    return source.trailer();
  } finally {
    await rm(draft, { force: true });
    await reached.close();
  }
}

class Dump {
  readonly #db: Db;
  readonly #keysDir: string;
  readonly #hash = createHash('sha256');
  readonly #counts: Record<string, number> = {};
  #keys = 0;

  constructor(db: Db, keysDir: string) {
    this.#db = db;
    this.#keysDir = keysDir;
  }

  async *lines(): AsyncGenerator<string> {
    const header = await this.#header();
    yield this.#line(JSON.stringify(header));
    for (const { name } of header.collections) yield* this.#documents(name);
    for (const name of await fileNames(this.#keysDir)) {
      const bytes = await readFile(path.join(this.#keysDir, name));
      this.#keys += 1;
      yield this.#line(JSON.stringify({ key: name, base64: bytes.toString('base64') }));
    }
    yield `${JSON.stringify({ trailer: this.trailer() })}\n`;
  }

  trailer(): BackupTrailer {
    return { counts: this.#counts, keys: this.#keys, sha256: this.#hash.copy().digest('hex') };
  }

  async #header(): Promise<BackupHeader> {
    const found = await this.#db.listCollections({ type: { $in: ['collection', 'timeseries'] } }, { nameOnly: false }).toArray();
    const wanted = found.filter(({ name }) => !name.startsWith('system.') && name !== TRAIL).toSorted((a, b) => inOrder(a.name, b.name));
    const collections = [];
    for (const { name, options } of wanted) {
      const indexes = await this.#db.collection(name).indexes();
      collections.push({ name, options: BSON.EJSON.stringify(options ?? {}), indexes: BSON.EJSON.stringify(indexes) });
    }
    return {
      format: 'fenghuo-backup',
      version: 1,
      createdAt: new Date().toISOString(),
      database: this.#db.databaseName,
      collections,
    };
  }

  async *#documents(name: string): AsyncGenerator<string> {
    this.#counts[name] = 0;
    const found = this.#db.collection(name).find({}, { ...EXACT, sort: { _id: 1 }, batchSize: 1000 });
    for await (const document of found) {
      this.#counts[name] += 1;
      yield this.#line(`{"c":${JSON.stringify(name)},"d":${BSON.EJSON.stringify(document, { relaxed: false })}}`);
    }
  }

  #line(text: string): string {
    const line = `${text}\n`;
    this.#hash.update(line);
    return line;
  }
}

/**
 * What is copied later may be newer. Documents may lag behind the journal, never run ahead of it, and what the journal
 * refers to must not be missing; so: how far the documents are, the documents, the journal, then what it refers to.
 */
function inOrder(a: string, b: string): number {
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

function rank(name: string): number {
  if (/^checkpoint/.test(name)) return 0;
  if (name === 'journal') return 2;
  return /^(vault|attachments)/.test(name) ? 3 : 1;
}

async function fileNames(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => []); // no keys were made yet
  return entries
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .toSorted();
}

async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.sync();
  await handle.close();
}
