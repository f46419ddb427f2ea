import { expect, it } from 'vitest';
import { createTurns } from './turns.ts';

function task() {
  let finish = (): void => undefined;
  const done = new Promise<void>((resolve) => (finish = resolve));
  return { done, finish: () => finish() };
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it('so many run at once, the urgent ones next, the rest in order', async () => {
  const turns = createTurns(2, 10);
  const started: string[] = [];
  const tasks = new Map(['a', 'b', 'c', 'd', 'urgent'].map((name) => [name, task()]));
  const all = [...tasks].map(([name, { done }]) =>
    turns.run(name === 'urgent', () => {
      started.push(name);
      return done;
    }),
  );
  await settle();
  expect(started).toEqual(['a', 'b']);
  for (const name of ['a', 'b', 'urgent', 'c', 'd']) {
    tasks.get(name)?.finish();
    await settle();
  }
  expect(started).toEqual(['a', 'b', 'urgent', 'c', 'd']);
  await Promise.all(all);
});

it('a flood of strangers is sent away and leaves room for the known', async () => {
  const turns = createTurns(1, 2);
  const first = task();
  const running = turns.run(false, () => first.done);
  const waiting = [turns.run(false, async () => 1), turns.run(false, async () => 2)];
  await expect(turns.run(false, async () => 3)).rejects.toMatchObject({ status: 503, code: 'busy' });
  const known = turns.run(true, async () => 'known');
  first.finish();
  expect(await known).toBe('known');
  expect(await Promise.all(waiting)).toEqual([1, 2]);
  await running;
});

it('a failure gives its place to the next', async () => {
  const turns = createTurns(1, 2);
  const failed = turns.run(false, () => Promise.reject(new Error('no')));
  const next = turns.run(false, async () => 'next');
  await expect(failed).rejects.toThrow('no');
  expect(await next).toBe('next');
});
