import { startChild } from '#test/bench/calls.ts';
import { rounds, type Row } from '#test/bench/measure.ts';
import type { Bench } from '#test/bench/sides.ts';
import { temporary } from '#test/bench/temporary.ts';

interface Opened {
  ms: number;
  seq: number;
  incidents: number;
}

/** A start costs what is active, not what has been: two histories with the same number of open incidents. */
export async function restartRow(bench: Bench): Promise<Row> {
  const { history, active, rounds: count } = bench.sizes;
  const [few, many] = await Promise.all([temporary(), temporary()]);
  try {
    await make(bench, few.path, history[0], active);
    await make(bench, many.path, history[1], active);
    const seen: Opened[] = [];
    const open = (dataDir: string) => async (): Promise<number> => {
      const child = startChild('restart', bench.built);
      try {
        const opened = await child.call<Opened>('open', dataDir);
        seen.push(opened);
        return opened.ms;
      } finally {
        await child.stop();
      }
    };
    const found = await rounds(count, open(many.path), open(few.path));
    const odd = seen.find(({ incidents }) => incidents !== active);
    if (odd) throw new Error(`${odd.incidents} incidents are active after a restart instead of ${active}.`);
    const seqs = [...new Set(seen.map(({ seq }) => seq))].sort((a, b) => a - b);
    return {
      what: `restart with ${history[1]} commits, ${active} open incidents`,
      unit: 'ms',
      against: `the same with ${history[0]} commits`,
      goal: { most: 1.3 },
      ...found,
      notes: [`Commits in the journals: ${seqs.join(' and ')}.`],
    };
  } finally {
    await few.remove();
    await many.remove();
  }
}

async function make({ built }: Bench, dataDir: string, commits: number, active: number): Promise<void> {
  const child = startChild('restart', built);
  try {
    await child.call('make', { dataDir, commits, active });
  } finally {
    await child.stop();
  }
}
