import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { layoutOf } from '#server/store/layout.ts';
import { writeOnce } from '#server/write-once.ts';

export const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypts what must be readable again, such as a TOTP secret. What was sealed for one owner can't be opened for another. */
export interface Sealing {
  seal(plain: string, owner: string): string;
  /** Throws when it was not sealed with this key for this owner. */
  open(sealed: string, owner: string): string;
}

/** With the key in `keys/access.key` below the data directory, made at the first start. */
export async function openSealing(dataDir: string): Promise<Sealing> {
  return sealingWith(await keyOf(path.join(layoutOf(dataDir).keys, 'access.key')));
}

/** With this key, of 32 bytes. */
export function sealingWith(key: Buffer): Sealing {
  return {
    seal(plain, owner) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(owner));
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
    },
    open(sealed, owner) {
      const bytes = Buffer.from(sealed, 'base64url');
      const iv = bytes.subarray(0, IV_BYTES);
      const tag = bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES);
      const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(owner)).setAuthTag(tag);
      return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
    },
  };
}

/** The key in a file, which is made when it is not there. */
export async function keyOf(file: string): Promise<Buffer> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  await writeOnce(file, randomBytes(KEY_BYTES));
  const key = await readFile(file);
  if (key.length !== KEY_BYTES) throw new Error(`${file} is damaged: it must have ${KEY_BYTES} bytes. Put it back from a backup.`);
  await chmod(file, 0o600);
  return key;
}
