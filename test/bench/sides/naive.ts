import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import express from 'express';
import { Schema } from 'mongoose';
import { Server } from 'socket.io';
import { v7 } from 'uuid';
import { z } from 'zod';
import { LogIncident } from '#shared/incident/orders.ts';
import { silentLog } from '#server/ports.ts';
import { openStore } from '#server/store/store.ts';
import { answerCalls } from '#test/bench/calls.ts';
import { keepInFlight } from '#test/bench/in-flight.ts';
import { incidentDocument, logPayload } from '#test/bench/samples.ts';
import { temporary } from '#test/bench/temporary.ts';

/**
 * What most would write with the same libraries, written well: Express, Socket.io without deflate, zod,
 * Mongoose with every write on disk, one emit to all for each order. No journal, no readers, no catching up.
 */
const dataDir = await temporary();
const store = await openStore({ dataDir: dataDir.path, log: silentLog });
type Stored = z.infer<typeof LogIncident> & { _id: string; by: string; status: string };
const fields = {
  _id: String,
  title: String,
  typeCode: String,
  place: Object,
  casualties: Object,
  source: Object,
  text: String,
  occurredAt: Date,
  discoveredAt: Date,
  by: String,
  status: String,
};
// The types of a schema would have the instants as text.
const schema = new Schema(fields, { timestamps: true, writeConcern: { w: 1, j: true } }) as unknown as Schema<Stored>;
const Incidents = store.connection.model<Stored>('NaiveIncident', schema);
await Incidents.createCollection();
const Envelope = z.strictObject({ id: z.uuid(), type: z.literal('incident.log'), payload: LogIncident });

const app = express();
const http = createServer(app);
const io = new Server(http, { serveClient: false, perMessageDeflate: false, httpCompression: false, pingInterval: 10_000, pingTimeout: 5000 });
let seq = 0;
let documents: unknown[] = [];

async function take(input: unknown, by: string): Promise<{ ok: boolean; seq: number }> {
  const parsed = Envelope.safeParse(input);
  if (!parsed.success) return { ok: false, seq };
  const { id, payload } = parsed.data;
  const made = await Incidents.create({ _id: id, ...payload, by, status: 'open' } as Stored);
  seq += 1;
  io.emit('feed', { seq, puts: [{ kind: 'incident', id, doc: made.toObject() }], drops: [] });
  return { ok: true, seq };
}

io.on('connection', (socket) => {
  socket.on('order', (input: unknown, answer: (answer: { ok: boolean; seq: number }) => void) => void take(input, socket.id).then(answer));
});
const zip = promisify(gzip);
app.get('/api/v1/snapshot', async (_req, res) => {
  res
    .set('Content-Encoding', 'gzip')
    .type('json')
    .send(await zip(JSON.stringify({ seq, docs: documents })));
});
await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));

answerCalls({
  port: () => (http.address() as AddressInfo).port,
  cpu: () => process.cpuUsage(),
  sockets: () => io.engine.clientsCount,
  head: () => seq,
  durable: ({ inFlight, seconds }: { inFlight: number; seconds: number }) =>
    keepInFlight(inFlight, seconds, async (n) => (await take({ id: v7(), type: 'incident.log', payload: logPayload(n) }, 'bench')).ok),
  rest: () => undefined,
  fill(count: number) {
    documents = Array.from({ length: count }, (_, n) => ({ kind: 'incident', id: String(n), doc: incidentDocument(n, 1) }));
  },
  async stop() {
    await io.close();
    await store.close();
    await dataDir.remove();
  },
});
