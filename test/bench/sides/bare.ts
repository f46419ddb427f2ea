import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { answerCalls } from '#test/bench/calls.ts';
import { incidentDocument } from '#test/bench/samples.ts';

/** Socket.io and nothing else: what a broadcast of the same bytes costs at least. */
const http = createServer();
const io = new Server(http, { serveClient: false, perMessageDeflate: false, httpCompression: false, pingInterval: 10_000, pingTimeout: 5000 });
await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
let head = 0;

const putOf = (n: number) => ({ kind: 'incident', id: `0197c1de-0000-7000-8000-${String(n).padStart(12, '0')}`, doc: incidentDocument(n, head) });

answerCalls({
  port: () => (http.address() as AddressInfo).port,
  cpu: () => process.cpuUsage(),
  sockets: () => io.engine.clientsCount,
  /** Everything in one frame of our form: the same bytes. */
  change(count: number) {
    head += 1;
    io.emit('feed', { seq: head, puts: Array.from({ length: count }, (_, i) => putOf(i)), drops: [] });
  },
  /** One emit for each change. */
  changeEach(count: number) {
    for (let i = 0; i < count; i += 1) {
      head += 1;
      io.emit('feed', { seq: head, puts: [putOf(i)], drops: [] });
    }
  },
  async stop() {
    await io.close();
  },
});
