import { execFileSync } from 'node:child_process';
import { mkdtemp, mkdir, readdir, rm, symlink } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { nodeCommand } from './glibc.ts';

const LIMIT = { timeout: 180_000 };
const needsLoader = process.platform === 'linux' && (await nodeCommand(sharedCache())).args.length > 0;
const onlyOldSystems = '(only on a system whose glibc is older than 2.38)';

it('whatever the system, Node.js runs by the command', LIMIT, async () => {
  const { command, args } = await nodeCommand(sharedCache());
  const said = execFileSync(command, [...args, '-p', 'process.report.getReport().header.glibcVersionRuntime'], { encoding: 'utf8' });
  expect(Number(said.split('.')[1])).toBeGreaterThanOrEqual(38);
});

it.skipIf(!needsLoader)(`two that fetch at once end with one whole cache ${onlyOldSystems}`, LIMIT, async () => {
  const parent = await freshDirectory();
  const cache = path.join(parent, 'glibc');
  await mkdir(cache); // left by one that was cut short
  const [first, second] = await Promise.all([nodeCommand(cache), nodeCommand(cache)]);
  expect(first).toEqual(second);
  expect(execFileSync(first.command, [...first.args, '-p', '6 * 7'], { encoding: 'utf8' })).toBe('42\n');
  expect(await readdir(parent)).toEqual(['glibc']);
});

it.skipIf(!needsLoader)(`where it cannot be fetched, the ways out are named ${onlyOldSystems}`, LIMIT, async () => {
  const parent = await freshDirectory();
  const bash = execFileSync('which', ['bash'], { encoding: 'utf8' }).trim();
  await symlink(bash, path.join(parent, 'bash'));
  await symlink(path.join(path.dirname(bash), 'readlink'), path.join(parent, 'readlink'));
  vi.stubEnv('PATH', parent);
  onTestFinished(() => void vi.unstubAllEnvs());
  await expect(nodeCommand(path.join(parent, 'glibc'))).rejects.toMatchObject({
    code: 'glibc-unobtainable',
    message: expect.stringMatching(/apt-get is not installed.*MONGODB_URI.*Debian 13/),
  });
  expect(await readdir(parent)).toEqual(['bash', 'readlink']);
});

async function freshDirectory(): Promise<string> {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'fenghuo-glibc-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

function sharedCache(): string {
  return process.env.FENGHUO_GLIBC_CACHE ?? path.resolve('node_modules/.cache/fenghuo-glibc');
}
