/**
 * A backup is one gzip file of JSON lines:
 *   {"format":"fenghuo-backup","version":1,"createdAt":"…","database":"…","collections":[{"name","options","indexes"}]}
 *   {"c":"<collection>","d":<document as canonical EJSON>}      once for each document
 *   {"key":"<file name>","base64":"…"}                          once for each file of the keys folder
 *   {"trailer":{"counts":{"<collection>":n},"keys":n,"sha256":"…"}}
 * The checksum is over every line before the trailer, line feeds included. It holds keys and personal data: keep it secret.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';

const Counts = z.record(z.string(), z.number().int().nonnegative());

export const BackupHeader = z.strictObject({
  format: z.literal('fenghuo-backup'),
  version: z.literal(1),
  createdAt: z.string(),
  database: z.string(),
  /** Options and indexes are EJSON text, because they may hold dates and regular expressions. */
  collections: z.array(z.strictObject({ name: z.string(), options: z.string(), indexes: z.string() })),
});
export type BackupHeader = z.infer<typeof BackupHeader>;

const BackupTrailer = z.strictObject({
  trailer: z.strictObject({ counts: Counts, keys: z.number().int().nonnegative(), sha256: z.string() }),
});
export type BackupTrailer = z.infer<typeof BackupTrailer>['trailer'];

export const KeyLine = z.strictObject({ key: z.string().regex(/^[\w.-]+$/), base64: z.base64() });

export type BackupProblem = 'not-a-backup' | 'damaged' | 'not-empty' | 'in-use' | 'unsupported';

/** Why a backup can't be made or put back, in one sentence. */
export class BackupError extends Error {
  readonly code: BackupProblem;

  constructor(code: BackupProblem, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'BackupError';
    this.code = code;
  }
}

/** Reads the whole file once and throws unless it is complete and unchanged. */
export async function verifyBackup(file: string): Promise<{ header: BackupHeader; trailer: BackupTrailer }> {
  const hash = createHash('sha256');
  const counts: Record<string, number> = {};
  let keys = 0;
  let header: BackupHeader | undefined;
  let last: string | undefined;
  for await (const line of backupLines(file)) {
    if (last !== undefined) hash.update(`${last}\n`);
    if (header === undefined) header = readHeader(line, file);
    else if (line.startsWith('{"key":')) keys += 1;
    else if (line.startsWith('{"c":')) {
      const name = collectionOf(line);
      counts[name] = (counts[name] ?? 0) + 1;
    }
    last = line;
  }
  const trailer = readTrailer(last);
  if (header === undefined || trailer === undefined) throw damaged(file, 'it ends before its last line');
  if (trailer.sha256 !== hash.digest('hex')) throw damaged(file, 'its checksum is not the one that was written');
  const miscounted = header.collections.find(({ name }) => (counts[name] ?? 0) !== trailer.counts[name]);
  if (miscounted !== undefined || keys !== trailer.keys) throw damaged(file, 'it does not hold what it says');
  return { header, trailer };
}

/** The lines of a backup, one at a time: a backup may be larger than memory. */
export async function* backupLines(file: string): AsyncGenerator<string> {
  const text = createGunzip().setEncoding('utf8');
  // Its failure reaches the loop below, which is where it is answered.
  const reading = pipeline(createReadStream(file), text).catch(() => undefined);
  let rest: string[] = [];
  try {
    for await (const chunk of text as AsyncIterable<string>) {
      const [first = '', ...others] = chunk.split('\n');
      rest.push(first);
      for (const next of others) {
        yield rest.join('');
        rest = [next];
      }
    }
  } catch (error) {
    throw damaged(file, error instanceof Error ? error.message : String(error), error);
  }
  await reading;
  const unfinished = rest.join('');
  if (unfinished !== '') yield unfinished;
}

/** The name is written by JSON.stringify and comes before the document. A damaged line has no name. */
export function collectionOf(line: string): string {
  const end = line.indexOf('","d":');
  return z.string().safeParse(parseJson(line.slice('{"c":'.length, end + 1))).data ?? '';
}

function readHeader(line: string, file: string): BackupHeader {
  const header = BackupHeader.safeParse(parseJson(line));
  if (!header.success) throw new BackupError('not-a-backup', `${file} is not a backup that this version can read.`);
  return header.data;
}

function readTrailer(line: string | undefined): BackupTrailer | undefined {
  return line === undefined ? undefined : BackupTrailer.safeParse(parseJson(line)).data?.trailer;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // Not JSON is as good as not ours: the schema says so.
    return undefined;
  }
}

function damaged(file: string, how: string, cause?: unknown): BackupError {
  return new BackupError('damaged', `${file} is damaged: ${how}. Nothing was written.`, { cause });
}
