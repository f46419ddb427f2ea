import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSealing } from './sealing.ts';

let dataDir: string;
beforeEach(async () => void (dataDir = await mkdtemp(path.join(os.tmpdir(), 'fenghuo-sealing-'))));
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const keyFile = (): string => path.join(dataDir, 'keys/access.key');

it('what was sealed is opened by the same key after a restart', async () => {
  const sealed = (await openSealing(dataDir)).seal('JBSWY3DPEHPK3PXP', 'user-1');
  expect(sealed).not.toContain('JBSWY3DPEHPK3PXP');
  expect((await openSealing(dataDir)).open(sealed, 'user-1')).toBe('JBSWY3DPEHPK3PXP');
});

it('what was sealed for one owner, or was tampered with, is not opened', async () => {
  const sealing = await openSealing(dataDir);
  const sealed = sealing.seal('JBSWY3DPEHPK3PXP', 'user-1');
  expect(() => sealing.open(sealed, 'user-2')).toThrow();
  const bytes = Buffer.from(sealed, 'base64url');
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  expect(() => sealing.open(bytes.toString('base64url'), 'user-1')).toThrow();
  expect(() => sealing.open('', 'user-1')).toThrow();
});

it('the key is readable by its owner only, and two starts at once make one key', async () => {
  const [a, b] = await Promise.all([openSealing(dataDir), openSealing(dataDir)]);
  expect(b.open(a.seal('same', 'u'), 'u')).toBe('same');
  expect((await stat(keyFile())).mode & 0o777).toBe(0o600);
});

it('a damaged key stops the start and is left as it is', async () => {
  await openSealing(dataDir);
  await writeFile(keyFile(), 'half');
  await expect(openSealing(dataDir)).rejects.toThrow(/damaged/);
  expect(await readFile(keyFile(), 'utf8')).toBe('half');
});
