import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Reach } from '#server/notify/reach.ts';

export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** A push service and a webhook on this machine: keeps what it is sent, and answers what it is told to, 201 otherwise. */
export async function fakeReceiver() {
  const received: Received[] = [];
  const answers = new Map<string, number[]>();
  const server = createServer((req, res) => {
    const parts: Buffer[] = [];
    req.on('data', (part: Buffer) => parts.push(part));
    req.on('end', () => {
      const path = req.url ?? '';
      received.push({ path, headers: req.headers, body: Buffer.concat(parts) });
      res.writeHead(answers.get(path.split('?')[0] ?? '')?.shift() ?? 201).end('{"errcode":0}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    at: (path: string): Received[] => received.filter((one) => one.path.split('?')[0] === path),
    answerWith: (path: string, ...statuses: number[]): void => void answers.set(path, statuses),
    close: (): Promise<void> => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Lets a test's push service be on this machine. */
export const HERE: Reach = { wrong: (url) => (url.startsWith('http://127.0.0.1:') ? undefined : 'is not here'), mayCall: () => true };

/** A browser's side of web push (RFC 8291): what it gives when it subscribes, and how it reads what comes. */
export function aBrowser(endpoint: string) {
  const own = createECDH('prime256v1');
  const publicKey = own.generateKeys();
  const auth = randomBytes(16);
  return {
    subscription: { endpoint, keys: { p256dh: publicKey.toString('base64url'), auth: auth.toString('base64url') } },
    read(body: Buffer): unknown {
      const salt = body.subarray(0, 16);
      const keyLength = body.readUInt8(20);
      const theirs = body.subarray(21, 21 + keyLength);
      const sealed = body.subarray(21 + keyLength);
      const info = Buffer.concat([Buffer.from('WebPush: info\0'), publicKey, theirs]);
      const ikm = Buffer.from(hkdfSync('sha256', own.computeSecret(theirs), auth, info, 32));
      const derive = (what: string, length: number) => Buffer.from(hkdfSync('sha256', ikm, salt, `Content-Encoding: ${what}\0`, length));
      const decipher = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12), { authTagLength: 16 });
      decipher.setAuthTag(sealed.subarray(-16));
      const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
      return JSON.parse(padded.subarray(0, padded.lastIndexOf(2)).toString('utf8'));
    },
  };
}
