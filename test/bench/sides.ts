import { mkdir, mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';
import { startChild, type Child } from './calls.ts';
import type { Sizes } from './measure.ts';
import type { ConnectOptions } from './screens.ts';

export interface Bench {
  sizes: Sizes;
  /** Where the sides lie, built as the server itself is. */
  built: string;
  profileDir?: string;
}

/** A server under measurement and its screens. */
export interface Side {
  server: Child;
  swarm: Child;
  port: number;
}

/**
 * Plain JavaScript without the names that a loader adds to every function: what is measured is what runs in production.
 * Each run has a folder of its own, which the caller removes.
 */
export async function buildSides(): Promise<string> {
  const cache = path.resolve('node_modules/.cache');
  await mkdir(cache, { recursive: true });
  const outDir = await mkdtemp(path.join(cache, 'fenghuo-bench-'));
  const input = Object.fromEntries(['ours', 'bare', 'naive', 'recommend', 'restart'].map((name) => [name, `test/bench/sides/${name}.ts`]));
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: true,
      target: 'node20',
      outDir,
      sourcemap: true,
      minify: false,
      rollupOptions: {
        input: { ...input, swarm: 'test/bench/swarm.ts', 'engine-host': 'server/store/engine-host.ts' },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  });
  return outDir;
}

/** Runs with two servers, each with its own screens, and ends all of them whatever happens. */
export async function withSides<T>({ built, profileDir }: Bench, theirs: 'bare' | 'naive', run: (ours: Side, theirs: Side) => Promise<T>): Promise<T> {
  const children: Child[] = [];
  async function start(name: string): Promise<Side> {
    const server = startChild(name, built, profileDir);
    const swarm = startChild('swarm', built);
    children.push(swarm, server);
    return { server, swarm, port: await server.call<number>('port') };
  }
  try {
    return await run(await start('ours'), await start(theirs));
  } finally {
    // Screens first: a server that ends before them cuts them.
    for (const child of children.filter((_child, i) => i % 2 === 0)) await child.stop();
    for (const child of children.filter((_child, i) => i % 2 === 1)) await child.stop();
  }
}

/** Milliseconds until all screens are there. */
export async function connect(side: Side, sockets: number, more: Partial<ConnectOptions> = {}): Promise<number> {
  return side.swarm.call<number>('connect', { port: side.port, sockets, until: 'connected', ...more } satisfies ConnectOptions);
}

export async function disconnect(side: Side): Promise<void> {
  await side.swarm.call('disconnect');
  while ((await side.server.call<number>('sockets')) > 0) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** CPU seconds that the server's process spends on something. */
export async function cpuOf({ server }: Side, run: () => Promise<void>): Promise<number> {
  const before = await server.call<NodeJS.CpuUsage>('cpu');
  await run();
  const after = await server.call<NodeJS.CpuUsage>('cpu');
  return (after.user + after.system - before.user - before.system) / 1e6;
}
