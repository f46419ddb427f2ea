import { median, rounds, type Row } from '#test/bench/measure.ts';
import { connect, withSides, type Bench, type Side } from '#test/bench/sides.ts';

const DRIVERS = 8;
/** Enough for full batches, and far from a backlog for which a slow screen is cut. */
const IN_FLIGHT = 256;

/** Orders that are on disk when they are answered; nobody watches. */
export async function durableRow(bench: Bench): Promise<Row> {
  const { seconds, rounds: count } = bench.sizes;
  return withSides(bench, 'naive', async (ours, theirs) => {
    const durable = (side: Side) => async (): Promise<number> => {
      const perSecond = await side.server.call<number>('durable', { inFlight: IN_FLIGHT, seconds });
      await side.server.call('rest');
      return perSecond;
    };
    const found = await rounds(count, durable(ours), durable(theirs));
    return { what: `durable orders, ${IN_FLIGHT} in flight`, unit: 'orders/s', against: 'Mongoose create for each', goal: { least: 4 }, ...found };
  });
}

/** Orders that have reached every screen; and then how long one takes when the naive server is at half of its best. */
export async function screensRows(bench: Bench): Promise<Row[]> {
  const { sockets, seconds, rounds: count } = bench.sizes;
  return withSides(bench, 'naive', async (ours, theirs) => {
    await connect(ours, sockets);
    await connect(theirs, sockets);
    const drivers = Math.min(DRIVERS, sockets);
    const through = (side: Side) => async (): Promise<number> => {
      await toHead(side);
      const perSecond = await side.swarm.call<number>('closedLoop', { drivers, seconds, inFlight: IN_FLIGHT });
      await side.server.call('rest');
      return perSecond;
    };
    const reached = await rounds(count, through(ours), through(theirs));
    const perSecond = reached.theirs / 2;
    const p50s: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
    const late = (side: Side, kept: number[]) => async (): Promise<number> => {
      await toHead(side);
      const { p50, p99 } = await side.swarm.call<{ p50: number; p99: number }>('steadyPace', { drivers, seconds, perSecond });
      await side.server.call('rest');
      kept.push(p50);
      return p99;
    };
    const waited = await rounds(count, late(ours, p50s.ours), late(theirs, p50s.theirs));
    return [
      { what: `orders that reach ${sockets} screens`, unit: 'orders/s', against: 'Mongoose create, one emit each', goal: { least: 30 }, ...reached },
      {
        what: `order → each of ${sockets} screens, p99, at ${perSecond.toFixed(0)} orders/s`,
        unit: 'ms',
        against: 'Mongoose create, one emit each',
        goal: { most: 1 },
        ...waited,
        notes: [`p50: ours ${median(p50s.ours).toFixed(1)} ms, naive ${median(p50s.theirs).toFixed(1)} ms.`],
      },
    ];
  });
}

async function toHead({ server, swarm }: Side): Promise<void> {
  await swarm.call('base', await server.call<number>('head'));
}
