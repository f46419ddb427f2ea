import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { isFed, shownTo } from '#shared/feed.ts';
import { mayRead } from '#shared/readers.ts';
import type { Seat } from '#shared/seat.ts';
import type { AnyDocument, LiveWorld } from '#shared/world.ts';

const brotli = promisify(brotliCompress);
const gz = promisify(gzip);
/** Level 4: two thirds of the best size at a hundredth of the time. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };
const KEPT = 64;

export type Encoding = 'br' | 'gzip' | 'identity';

interface Made {
  etag: string;
  json: string;
  bytes: Map<Encoding, Promise<Buffer>>;
}

export interface Snapshots {
  etag(seat: Seat): string;
  body(seat: Seat, encoding: Encoding): Promise<Buffer>;
  /** The documents of a seat as JSON text: `{"journal":…,"seq":…,"complete":true,"docs":[…],"drops":[]}`. */
  json(seat: Seat): string;
}

/** Everything that a seat may see. Made and compressed once for each group of equal seats and each seq, whoever asks. */
export function openSnapshots(world: LiveWorld, journal: () => string): Snapshots {
  const made = new Map<string, Made>();
  // A document is immutable: its text is made once, however many seats and snapshots it is in.
  const texts = new WeakMap<AnyDocument, string>();

  function textOf(doc: AnyDocument): string {
    let text = texts.get(doc);
    if (text === undefined) texts.set(doc, (text = JSON.stringify(doc)));
    return text;
  }

  function make(seat: Seat): Made {
    const key = `${seat.level}:${[...seat.rooms].sort().join('|')}`;
    const etag = `"${world.seq}-${createHash('sha256').update(`${journal()}:${key}`).digest('base64url').slice(0, 16)}"`;
    const known = made.get(key);
    if (known?.etag === etag) return known;
    const rooms = new Set(seat.rooms);
    const docs: string[] = [];
    for (const kind of world.kinds().filter(isFed)) {
      for (const doc of world.all(kind)) {
        if (mayRead(rooms, doc.readers))
          docs.push(`{"kind":"${kind}","id":${JSON.stringify(doc.id)},"doc":${textOf(seat.level === 'full' ? doc : shownTo(seat.level, kind, doc))}}`);
      }
    }
    const json = `{"journal":"${journal()}","seq":${world.seq},"complete":true,"docs":[${docs.join(',')}],"drops":[]}`;
    const fresh: Made = { etag, json, bytes: new Map() };
    made.delete(key);
    made.set(key, fresh);
    const [oldest] = made.keys();
    if (made.size > KEPT && oldest !== undefined) made.delete(oldest);
    return fresh;
  }

  return {
    etag: (seat) => make(seat).etag,
    json: (seat) => make(seat).json,
    body(seat, encoding) {
      const { json, bytes } = make(seat);
      let body = bytes.get(encoding);
      if (!body) bytes.set(encoding, (body = compress(json, encoding)));
      return body;
    },
  };
}

function compress(json: string, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'br') return brotli(json, BROTLI);
  if (encoding === 'gzip') return gz(json);
  return Promise.resolve(Buffer.from(json));
}
