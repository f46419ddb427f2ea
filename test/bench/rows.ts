import type { Row } from './measure.ts';
import { burstRow, feedRow } from './rows/feed.ts';
import { mapRow } from './rows/map.ts';
import { durableRow, screensRows } from './rows/orders.ts';
import { reconnectRow } from './rows/reconnect.ts';
import { recommendRow } from './rows/recommend.ts';
import { restartRow } from './rows/restart.ts';
import { snapshotRow } from './rows/snapshot.ts';
import type { Bench } from './sides.ts';

/** What can be measured, by the name that the command line takes. */
export const ROWS: Readonly<Record<string, (bench: Bench) => Promise<Row[]>>> = {
  feed: async (bench) => [await feedRow(bench, bench.sizes.sockets), ...(bench.sizes.manySockets > 0 ? [await feedRow(bench, bench.sizes.manySockets)] : [])],
  burst: async (bench) => [await burstRow(bench)],
  durable: async (bench) => [await durableRow(bench)],
  screens: screensRows,
  reconnect: async (bench) => [await reconnectRow(bench)],
  snapshot: async (bench) => [await snapshotRow(bench)],
  map: mapRow,
  recommend: async (bench) => [await recommendRow(bench)],
  restart: async (bench) => [await restartRow(bench)],
};
