import { chmod, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import webpush, { type VapidKeys } from 'web-push';
import { z } from 'zod';
import { layoutOf } from '#server/store/layout.ts';
import { writeOnce } from '#server/write-once.ts';

const Keys = z.strictObject({ publicKey: z.string().length(87), privateKey: z.string().length(43) });

/** The pair by which push services know this server, in `keys/vapid.json`. Made at the first start; lost, every browser subscribes anew. */
export async function vapidKeys(dataDir: string): Promise<VapidKeys> {
  const file = path.join(layoutOf(dataDir).keys, 'vapid.json');
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  await writeOnce(file, JSON.stringify(webpush.generateVAPIDKeys()));
  const text = await readFile(file, 'utf8');
  await chmod(file, 0o600);
  try {
    return Keys.parse(JSON.parse(text));
  } catch (error) {
    throw new Error(`${file} is damaged. Put it back from a backup, or remove it: every browser subscribes anew.`, { cause: error });
  }
}
