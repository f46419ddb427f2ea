import { median, rounds, type Row } from '#test/bench/measure.ts';
import { connect, cpuOf, disconnect, withSides, type Bench } from '#test/bench/sides.ts';

const MISSED = 20;
/** One in twenty was away long enough to miss something. */
const BEHIND_EVERY = 20;

/** The power comes back and everyone connects at once: until each is known to be up to date. */
export async function reconnectRow(bench: Bench): Promise<Row> {
  const { reconnects, rounds: count } = bench.sizes;
  return withSides(bench, 'bare', async (ours, theirs) => {
    await ours.server.call('orders', 2 * MISSED);
    const head = await ours.server.call<number>('head');
    const since = { head, behind: head - MISSED, behindEvery: BEHIND_EVERY };
    const cpu: Record<'ours' | 'bare', number[]> = { ours: [], bare: [] };
    const again = (side: typeof ours, more: Parameters<typeof connect>[2]) => async (): Promise<number> => {
      let ms = 0;
      const spent = await cpuOf(side, async () => {
        ms = await connect(side, reconnects, more);
      });
      cpu[side === ours ? 'ours' : 'bare'].push((spent * 1000) / reconnects);
      await disconnect(side);
      return ms;
    };
    // Connecting is a long path: it takes more than the one round to be compiled.
    await again(ours, { until: 'hello', since })();
    await again(theirs, {})();
    const found = await rounds(count, again(ours, { until: 'hello', since }), again(theirs, {}));
    return {
      what: `reconnect of ${reconnects} sockets, 95 % with nothing missed`,
      unit: 'ms',
      against: 'bare Socket.io connect',
      goal: { most: 1.3 },
      ...found,
      notes: [`CPU of the server for each connection: ours ${median(cpu.ours).toFixed(2)} ms, bare ${median(cpu.bare).toFixed(2)} ms.`],
    };
  });
}
