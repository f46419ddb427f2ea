import type { HttpLoad, HttpResult } from '#test/bench/http-load.ts';
import { rounds, type Row } from '#test/bench/measure.ts';
import { withSides, type Bench, type Side } from '#test/bench/sides.ts';

const AT_ONCE = 16;

/** First loads of everything that a seat may see, against JSON made and compressed anew for each. */
export async function snapshotRow(bench: Bench): Promise<Row> {
  const { documents, gets, rounds: count } = bench.sizes;
  return withSides(bench, 'naive', async (ours, theirs) => {
    for (const { server } of [ours, theirs]) await server.call('fill', documents);
    const get = (side: Side, load: Partial<HttpLoad>): Promise<HttpResult> =>
      side.swarm.call('http', {
        port: side.port,
        path: '/api/v1/snapshot',
        headers: { authorization: 'Bearer bench-0', 'accept-encoding': 'br' },
        count: 1,
        atOnce: 1,
        ...load,
      } satisfies HttpLoad);
    const first = await get(ours, {});
    const again = await get(ours, {});
    const headers = { authorization: 'Bearer bench-0', 'accept-encoding': 'br', 'if-none-match': first.etag };
    const unchanged = await get(ours, { headers, count: gets, atOnce: AT_ONCE });
    if (first.status !== 200 || unchanged.status !== 304) throw new Error(`The snapshot was answered ${first.status}, and asked again ${unchanged.status}.`);
    const plain = await get(ours, { headers: { authorization: 'Bearer bench-0', 'accept-encoding': 'identity' } });
    const many = (side: Side, times: number) => async (): Promise<number> => (await get(side, { count: times, atOnce: AT_ONCE })).perSecond;
    // Compressing each time is slow: a tenth of the calls says as much.
    const found = await rounds(count, many(ours, gets), many(theirs, Math.max(2, Math.ceil(gets / 10))));
    return {
      what: `snapshot of ${documents} documents`,
      unit: 'answers/s',
      against: 'JSON and gzip made for each',
      goal: { least: 5 },
      ...found,
      notes: [
        `${plain.bytes} bytes of JSON, ${first.bytes} as ${first.encoding}.`,
        `First ${first.p50.toFixed(0)} ms, again ${again.p50.toFixed(1)} ms, unchanged (304) ${unchanged.perSecond.toFixed(0)} answers/s.`,
      ],
    };
  });
}
