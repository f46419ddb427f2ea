import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { programOf } from '#server/locate.ts';
import type { NodeCommand } from './glibc.ts';
import type { StoreLayout } from './layout.ts';

const PIPES_DRAIN_MS = 50;

/** How a run of the engine ended. */
export interface EngineExit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

export type Opening = { ready: true } | { ready: false; inUse: boolean; message: string };

/** One run of the engine's process. */
export interface EngineChild {
  readonly pid: number | undefined;
  /** Settles when the directory is open, or when this run will not open it. */
  readonly opening: Promise<Opening>;
  readonly exited: Promise<EngineExit>;
  /** Closing its input asks it to close the directory and leave. */
  endInput(): void;
  kill(): void;
}

export function startChild(node: NodeCommand, layout: StoreLayout): EngineChild {
  // These would reach the engine's process, where another loader is at work. Two arenas halve its memory at the same speed.
  const { LD_PRELOAD: _preload, LD_LIBRARY_PATH: _libraries, NODE_OPTIONS: _options, ...inherited } = process.env;
  const { execArgv, file } = programOf('store/engine-host');
  const child = spawn(node.command, [...node.args, ...execArgv, file, layout.database, layout.socket], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...inherited, MALLOC_ARENA_MAX: '2' },
  });
  let complaint = '';
  child.stdin.on('error', () => undefined); // it may be gone already when its input is closed
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-2000);
  });

  const exited = new Promise<EngineExit>((resolve) => {
    child.once('error', (error) => {
      complaint = error.message;
      resolve({ code: null, signal: null });
    });
    child.once('exit', (code, signal) => {
      resolve({ code, signal });
    });
  });
  const opening = new Promise<Opening>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const opened = readOpening(line);
      if (opened !== undefined) resolve(opened);
    });
    void exited.then(async ({ code, signal }) => {
      // What it wrote last is still on its way through the pipes.
      await sleep(PIPES_DRAIN_MS);
      resolve({ ready: false, inUse: false, message: complaint.trim() || `it ended with ${signal ?? `code ${code}`}` });
    });
  });
  return {
    pid: child.pid,
    opening,
    exited,
    endInput: () => child.stdin.end(),
    kill: () => child.kill('SIGKILL'),
  };
}

/** The host's one line; anything else on its output is the engine's own talk. */
function readOpening(line: string): Opening | undefined {
  if (line === '{"ready":true}') return { ready: true };
  if (!line.startsWith('{"error":')) return undefined;
  const { error, message } = JSON.parse(line) as { error: string; message: string }; // written by engine-host.ts
  return { ready: false, inUse: error === 'DBPathInUse', message };
}
