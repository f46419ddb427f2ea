import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Core } from './core.ts';
import { openSnapshots } from './feed/snapshots.ts';
import { openSockets, type Sockets } from './feed/sockets.ts';
import { httpApp } from './http/http-app.ts';
import { openOrderRate } from './orders/order-rate.ts';

/** A server on a core: HTTP and sockets. Used by main and by tests alike. */
export interface App {
  core: Core;
  http: HttpServer;
  sockets: Sockets;
  /** Where it listens, e.g. `http://127.0.0.1:3000`. */
  url: string;
  close(): Promise<void>;
}

const HEADERS_TIMEOUT_MS = 10_000;
/** A photo of 15 MB over a line of 1 Mbit/s. */
const REQUEST_TIMEOUT_MS = 150_000;
/** A kept-alive connection is idle only when its last answer has gone: it is looked for again until none is left. */
const IDLE_SWEEP_MS = 50;

export async function openApp(core: Core): Promise<App> {
  const { config } = core;
  const rate = openOrderRate(config.ORDERS_PER_SECOND, core.clock);
  const snapshots = openSnapshots(core.world, () => core.journalId);
  const http = createServer();
  http.headersTimeout = HEADERS_TIMEOUT_MS;
  http.requestTimeout = REQUEST_TIMEOUT_MS;
  const sockets = openSockets(http, core, rate, () => snapshots);
  http.on('request', httpApp({ core, rate, snapshots, feed: sockets.feed, io: sockets.io }));
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(config.PORT, config.HOST, resolve);
  });
  const { port } = http.address() as AddressInfo;
  return {
    core,
    http,
    sockets,
    url: `http://${config.HOST.includes(':') ? `[${config.HOST}]` : config.HOST}:${port}`,
    async close() {
      // Listening stops first, then sockets are told, then what is under way is answered.
      const closed = new Promise<void>((resolve) => http.close(() => resolve()));
      await sockets.close();
      const untilIdle = setInterval(() => http.closeIdleConnections(), IDLE_SWEEP_MS);
      const hurry = core.clock.after(5000, () => http.closeAllConnections());
      await closed;
      clearInterval(untilIdle);
      hurry();
      await core.close();
    },
  };
}
