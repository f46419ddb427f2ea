import { randomUUID } from 'node:crypto';
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import webpush, { type VapidKeys } from 'web-push';
import { z } from 'zod';
import { layoutOf } from '#server/store/layout.ts';

const Keys = z.strictObject({ publicKey: z.string().length(87), privateKey: z.string().length(43) });

/** The pair by which push services know this server, in `keys/vapid.json`. Made at the first start; lost, every browser subscribes anew. */
export async function vapidKeys(dataDir: string): Promise<VapidKeys> {
  const file = path.join(layoutOf(dataDir).keys, 'vapid.json');
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  await makeOnce(file);
  const text = await readFile(file, 'utf8');
  await chmod(file, 0o600);
  try {
    return Keys.parse(JSON.parse(text));
  } catch (error) {
    throw new Error(`${file} is damaged. Put it back from a backup, or remove it: every browser subscribes anew.`, { cause: error });
  }
}

/** Written whole elsewhere and then linked: a crash leaves no half file, and a pair that is there stays. */
async function makeOnce(file: string): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, JSON.stringify(webpush.generateVAPIDKeys()), { mode: 0o600, flag: 'wx', flush: true });
  try {
    await link(draft, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    await rm(draft, { force: true });
  }
}
