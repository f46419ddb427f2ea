import { fork, type ChildProcess } from 'node:child_process';
import { refuse } from '#shared/refusal.ts';
import { programOf } from '#server/locate.ts';
import type { Input, Job, Made } from './scribe-host.ts';

/** A table of 10,000 rows takes two seconds: in the server's own process, everybody would wait for it. */
const IDLE_MS = 60_000;
const LONGEST_MS = 60_000;
const QUEUE_LIMIT = 20;

let host: ChildProcess | undefined;
let last: Promise<unknown> = Promise.resolve();
let waiting = 0;
let resting: ReturnType<typeof setTimeout> | undefined;

/** Makes a paper in a process of its own, one after the other. It comes with the first and goes when there was nothing to do for a while. */
export async function scribe<J extends Job>(job: J, input: Input<J>): Promise<Buffer> {
  if (waiting >= QUEUE_LIMIT) refuse('too-many-orders', 'Too many papers are being made. Try again in a moment.');
  waiting += 1;
  const mine = last.then(() => write(job, input));
  last = mine.catch(() => undefined);
  try {
    return await mine;
  } finally {
    waiting -= 1;
  }
}

function write<J extends Job>(job: J, input: Input<J>): Promise<Buffer> {
  clearTimeout(resting);
  const child = (host ??= start());
  return new Promise<Buffer>((resolve, reject) => {
    const done = (error?: Error, bytes?: Uint8Array): void => {
      clearTimeout(late);
      child.off('message', made).off('error', done).off('exit', gone);
      resting = setTimeout(dismiss, IDLE_MS);
      resting.unref();
      if (bytes) resolve(Buffer.from(bytes));
      else reject(error ?? new Error('The paper was not made.'));
    };
    // Sent by scribe-host.ts.
    const made = (answer: unknown): void => {
      const told = answer as Made;
      if ('bytes' in told) done(undefined, told.bytes);
      else done(new Error(told.error));
    };
    const gone = (code: number | null): void => done(new Error(`The process that makes papers ended (${code}).`));
    const late = setTimeout(() => {
      dismiss();
      done(new Error('A paper took too long.'));
    }, LONGEST_MS);
    child.on('message', made).on('error', done).on('exit', gone);
    child.send({ job, input });
  });
}

function start(): ChildProcess {
  const { execArgv, file } = programOf('interchange/scribe-host');
  const child = fork(file, { execArgv, serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  // It must not keep a server alive that is otherwise done.
  child.unref();
  child.channel?.unref();
  child.on('exit', () => {
    if (host === child) host = undefined;
  });
  return child;
}

function dismiss(): void {
  host?.kill();
  host = undefined;
}
