import { io, type Socket } from 'socket.io-client';
import type { OrderType, Payload } from '#shared/catalogue.ts';
import type { Frame, Snapshot } from '#shared/feed.ts';
import type { Answer } from '#shared/order.ts';
import type { ClientToServer, Handshake, Hello, ServerToClient } from '#shared/protocol.ts';
import { ModelClient } from './model-client.ts';
import { until } from './until.ts';

/** A socket that keeps all it was ever told, and a model of what a client would show. */
export interface TestClient {
  socket: Socket<ServerToClient, ClientToServer>;
  hello: Hello;
  model: ModelClient;
  /** Every message with its name, in order. */
  heard: { event: string; said: unknown }[];
  order<T extends OrderType>(type: T, payload: Payload<T>, id: string): Promise<Answer>;
  /** Waits for the frame of this commit, or of a later one. */
  reached(seq: number): Promise<void>;
  saidBye(): Promise<unknown>;
  close(): void;
}

/** `fetchSnapshot`, when given, is how it starts afresh after a long absence; what is fed meanwhile waits. */
export function connectClient(url: string, given: Handshake, model = new ModelClient(), fetchSnapshot?: () => Promise<Snapshot>): Promise<TestClient> {
  const handshake = { ...given, resync: fetchSnapshot !== undefined };
  const socket: Socket<ServerToClient, ClientToServer> = io(url, { transports: ['websocket'], auth: handshake, forceNew: true, reconnection: false });
  const heard: TestClient['heard'] = [];
  socket.onAny((event: string, said: unknown) => void heard.push({ event, said }));
  let waiting: Frame[] | undefined;
  socket.on('feed', (frame) => void (waiting ? waiting.push(frame) : model.apply(frame)));
  socket.on('resync', () => {
    waiting = [];
    fetchSnapshot?.()
      .then((snapshot) => {
        model.load(snapshot);
        for (const frame of waiting ?? []) if (frame.seq > snapshot.seq) model.apply(frame);
        waiting = undefined;
      })
      .catch((error: unknown) => {
        // The server went away before it could be fetched: without it this line is of no use.
        if (!(error instanceof TypeError)) throw error;
        socket.disconnect();
      });
  });
  return new Promise((resolve, reject) => {
    socket.once('connect_error', reject);
    socket.once('hello', (hello) => {
      model.follow(hello.journal);
      resolve({
        socket,
        hello,
        model,
        heard,
        order: (type, payload, id) => new Promise((answer) => void socket.emit('order', { id, type, payload }, answer)),
        reached: (seq) => until(`the client has commit ${seq}`, () => model.seq >= seq),
        async saidBye() {
          await until('the server said bye', () => heard.some(({ event }) => event === 'bye'));
          return heard.find(({ event }) => event === 'bye')?.said;
        },
        close: () => void socket.close(),
      });
    });
  });
}
