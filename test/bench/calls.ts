import { fork } from 'node:child_process';
import path from 'node:path';

/** Questions that one process of a measurement asks another. */
export type Answerers = Record<string, (question: never) => unknown>;

interface Question {
  n: number;
  name: string;
  question: unknown;
}

interface Reply {
  n: number;
  answer?: unknown;
  error?: string;
}

/** In the child: answers until the parent lets go. */
export function answerCalls(answerers: Answerers): void {
  const say = (reply: Reply): void => void process.send?.(reply);
  process.on('message', ({ n, name, question }: Question) => {
    Promise.resolve()
      .then(() => answerers[name]?.(question as never))
      .then((answer) => say({ n, answer }))
      .catch((error: unknown) => say({ n, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }));
  });
  process.on('disconnect', () => process.exit(0));
}

export interface Child {
  call<T>(name: string, question?: unknown): Promise<T>;
  stop(): Promise<void>;
}

/** Starts a built side of the measurement as a process of its own. */
export function startChild(name: string, built: string, profileDir?: string): Child {
  const waiting = new Map<number, { resolve: (answer: never) => void; reject: (error: Error) => void }>();
  const profiled = profileDir === undefined ? [] : ['--cpu-prof', '--cpu-prof-dir', profileDir, '--cpu-prof-name', `${name}-${Date.now()}.cpuprofile`];
  const child = fork(path.join(built, `${name}.js`), { execArgv: ['--enable-source-maps', ...profiled] });
  const exited = new Promise<void>((resolve) => void child.once('exit', () => resolve()));
  child.on('message', ({ n, answer, error }: Reply) => {
    const asked = waiting.get(n);
    waiting.delete(n);
    if (error === undefined) asked?.resolve(answer as never);
    else asked?.reject(new Error(`${name}: ${error}`));
  });
  void exited.then(() => {
    for (const { reject } of waiting.values()) reject(new Error(`${name} has ended.`));
  });
  let asked = 0;
  return {
    call: <T>(call: string, question?: unknown) =>
      new Promise<T>((resolve, reject) => {
        const n = (asked += 1);
        waiting.set(n, { resolve, reject });
        child.send({ n, name: call, question } satisfies Question);
      }),
    async stop() {
      if (child.connected) {
        await this.call('stop').catch(() => undefined);
        if (child.connected) child.disconnect();
      }
      await exited;
    },
  };
}
