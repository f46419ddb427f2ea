import { lookup as lookUp, type LookupAddress } from 'node:dns';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { Reach } from './reach.ts';

export interface Posted {
  status: number;
  /** The beginning of what was answered. */
  text: string;
  retryAfterS?: number;
}

export interface ToPost {
  url: string;
  headers: Record<string, string | number>;
  body: Buffer | string;
}

const TIMEOUT_MS = 10_000;
const READ_BYTES = 2000;

/** A host is looked up once and called by what was found: its name can't come to mean another address in between. Redirects are not followed. */
const within =
  ({ mayCall }: Reach): LookupFunction =>
  (hostname, options, done) => {
    lookUp(hostname, { ...options, all: true }, (error, found) => {
      const addresses: LookupAddress[] = error ? [] : found.filter(({ address }) => mayCall(address));
      const [first] = addresses;
      if (error) return done(error, '', 0);
      if (!first) return done(new Error(`${hostname} is not a public host`), '', 0);
      if (options.all === true) done(null, addresses);
      else done(null, first.address, first.family);
    });
  };

/** Sends once. Rejects when nobody answers; every answer is an answer. */
export function post({ url, headers, body }: ToPost, reach: Reach): Promise<Posted> {
  const wrong = reach.wrong(url);
  if (wrong !== undefined) return Promise.reject(new Error(`The address ${wrong}`));
  const send = url.startsWith('https:') ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const bytes = Buffer.from(body);
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const request = send(url, { method: 'POST', headers: { ...headers, 'Content-Length': bytes.length }, lookup: within(reach), agent: false, signal });
    request.once('error', reject);
    request.once('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        text += part;
        if (text.length >= READ_BYTES) response.destroy();
      });
      response.once('error', reject);
      response.once('close', () => {
        const after = Number(response.headers['retry-after']);
        const status = response.statusCode ?? 0;
        resolve({ status, text: text.slice(0, READ_BYTES), ...(after > 0 ? { retryAfterS: after } : {}) });
      });
    });
    request.end(bytes);
  });
}
