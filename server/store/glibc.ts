import { execFile } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { fileOf } from '#server/locate.ts';
import { StoreError } from './store-error.ts';

const run = promisify(execFile);
const WAYS_OUT =
  'Ways out: set MONGODB_URI to a MongoDB server, run on Debian 13 or Ubuntu 24.04 (or newer), or let this machine reach a Debian mirror by apt-get once.';

/** How to start Node.js so that the embedded engine can be loaded. */
export interface NodeCommand {
  command: string;
  args: string[];
}

/** The engine wants glibc 2.38: an older Debian runs this one process with a newer loader out of a cache folder. */
export async function nodeCommand(cacheDir: string): Promise<NodeCommand> {
  if (process.platform === 'darwin') return { command: process.execPath, args: [] };
  const version = glibcVersion();
  if (version === undefined) {
    throw new StoreError('glibc-unobtainable', `The embedded store needs glibc 2.38 and this system has none. ${WAYS_OUT}`);
  }
  if (isAtLeast(version, [2, 38])) return { command: process.execPath, args: [] };

  const [triplet, loaderName] = process.arch === 'arm64' ? ['aarch64-linux-gnu', 'ld-linux-aarch64.so.1'] : ['x86_64-linux-gnu', 'ld-linux-x86-64.so.2'];
  const libraries = path.join(path.resolve(cacheDir), 'root/usr/lib', triplet);
  const loader = path.join(libraries, loaderName);
  if (!existsSync(loader)) await fetchOnce(path.resolve(cacheDir), loader, version);
  return { command: loader, args: ['--library-path', libraries, realpathSync(process.execPath)] };
}

/** Fetches beside the cache and renames into place, so that it is whole or absent however many processes try at once. */
async function fetchOnce(cacheDir: string, loader: string, version: string): Promise<void> {
  const draft = `${cacheDir}.fetching-${process.pid}-${Date.now()}`;
  try {
    await mkdir(path.dirname(cacheDir), { recursive: true });
    await run('bash', [fileOf('store/fetch-glibc.sh'), draft], { timeout: 120_000 });
    await rename(draft, cacheDir).catch(async (error: unknown) => {
      if (existsSync(loader)) return;
      // What is in the way has no loader in it: left by a copy that was cut short.
      await rm(cacheDir, { recursive: true, force: true });
      await rename(draft, cacheDir).catch(() => {
        if (!existsSync(loader)) throw error;
      });
    });
    if (!existsSync(loader)) throw new Error(`${loader} is not in the packages`);
  } catch (error) {
    const reason = error instanceof Error ? lastLine(error.message) : String(error);
    throw new StoreError(
      'glibc-unobtainable',
      `The embedded store needs glibc 2.38, this system has ${version}, and Debian 13's could not be fetched (${reason}). ${WAYS_OUT}`,
      { cause: error },
    );
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

function glibcVersion(): string | undefined {
  // Without this the report looks up a name for every open socket.
  const report = Object.assign(process.report, { excludeNetwork: true });
  const { header } = report.getReport() as { header?: { glibcVersionRuntime?: string } }; // typed `object` by @types/node
  return header?.glibcVersionRuntime;
}

function isAtLeast(version: string, [wantMajor, wantMinor]: [number, number]): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > wantMajor || (major === wantMajor && minor >= wantMinor);
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
