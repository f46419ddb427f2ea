import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

// One loader for all the engines of a run instead of one for each directory.
process.env['FENGHUO_GLIBC_CACHE'] ??= path.resolve('node_modules/.cache/fenghuo-glibc');

export async function temporary(): Promise<{ path: string; remove: () => Promise<void> }> {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'fenghuo-bench-'));
  return { path: directory, remove: () => rm(directory, { recursive: true, force: true }) };
}
