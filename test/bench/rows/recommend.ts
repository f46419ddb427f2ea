import { startChild } from '#test/bench/calls.ts';
import { median, quantile, rounds, type Row } from '#test/bench/measure.ts';
import type { Bench } from '#test/bench/sides.ts';

/** Ranking by everything that counts, against the nearest ten and nothing else. */
export async function recommendRow({ built, sizes }: Bench): Promise<Row> {
  const { teams, asks, rounds: count } = sizes;
  const child = startChild('recommend', built);
  try {
    await child.call('make', teams);
    const spent: number[] = [];
    const ours = async (): Promise<number> => {
      const times = await child.call<number[]>('ours', asks);
      spent.push(...times);
      return median(times);
    };
    const theirs = async (): Promise<number> => median(await child.call<number[]>('theirs', asks));
    const found = await rounds(count, ours, theirs);
    return {
      what: `recommend the best 10 of ${teams} teams`,
      unit: 'ms',
      against: '2dsphere $geoNear, the nearest 10 alone',
      goal: { most: 2 },
      ...found,
      notes: [
        `Of ours, the 99th percentile was ${quantile(spent, 0.99).toFixed(1)} ms and the slowest, which makes the index, ${quantile(spent, 1).toFixed(0)} ms.`,
      ],
    };
  } finally {
    await child.stop();
  }
}
