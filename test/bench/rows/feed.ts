import { setTimeout as sleep } from 'node:timers/promises';
import { rounds, type Row } from '#test/bench/measure.ts';
import { connect, cpuOf, withSides, type Bench, type Side } from '#test/bench/sides.ts';

const BURST = 10;
/** A little more than the feed waits between two frames. */
const PACE_MS = 30;

/** What our feed adds to a broadcast: readers, groups, frames. Each screen is a person of their own, as in life. */
export async function feedRow(bench: Bench, sockets: number): Promise<Row> {
  const { frames, rounds: count } = bench.sizes;
  return withSides(bench, 'bare', async (ours, theirs) => {
    await connect(ours, sockets);
    await connect(theirs, sockets);
    const deliveries = (side: Side) => async (): Promise<number> => {
      await give(side, sockets, Math.ceil(frames / 5), 'change', 1, 1);
      return (frames * sockets) / (await cpuOf(side, () => give(side, sockets, frames, 'change', 1, 1)));
    };
    const found = await rounds(count, deliveries(ours), deliveries(theirs));
    return {
      what: `feed, one change a frame, ${sockets} sockets`,
      unit: 'deliveries a CPU-second',
      against: 'bare Socket.io, the same bytes',
      goal: { least: 0.9 },
      ...found,
    };
  });
}

/** Ten changes in one turn: we send one frame, the naive way is one emit for each. */
export async function burstRow(bench: Bench): Promise<Row> {
  const { sockets, rounds: count } = bench.sizes;
  const bursts = Math.max(2, Math.ceil(bench.sizes.frames / 4));
  return withSides(bench, 'bare', async (ours, theirs) => {
    await connect(ours, sockets);
    await connect(theirs, sockets);
    const changes = (side: Side, call: string, framesEach: number) => async (): Promise<number> => {
      await give(side, sockets, 2, call, BURST, framesEach);
      return (bursts * BURST * sockets) / (await cpuOf(side, () => give(side, sockets, bursts, call, BURST, framesEach)));
    };
    const found = await rounds(count, changes(ours, 'change', 1), changes(theirs, 'changeEach', BURST));
    return {
      what: `feed, bursts of ${BURST} changes, ${sockets} sockets`,
      unit: 'changes delivered a CPU-second',
      against: 'one emit for each change',
      goal: { least: 5 },
      ...found,
    };
  });
}

/**
 * One tick after another, each when every screen has the one before: nothing is gathered that should be measured alone.
 * Both sides keep our feed's pace, because a process that works without a pause has its caches warm.
 */
async function give({ server, swarm }: Side, sockets: number, times: number, call: string, changes: number, framesEach: number): Promise<void> {
  await swarm.call('base', 0);
  for (let n = 1; n <= times; n += 1) {
    const pause = sleep(sockets > 2000 ? 2 * PACE_MS : PACE_MS);
    await server.call(call, changes);
    await swarm.call('frames', n * framesEach * sockets);
    await pause;
  }
}
