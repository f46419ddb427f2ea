import type { Server as HttpServer } from 'node:http';
import type { ByeReason, ClientToServer, Handshake, ServerToClient } from '#shared/protocol.ts';
import type { Answer } from '#shared/order.ts';
import { parse as parseCookies } from 'cookie';
import { Server, type Socket } from 'socket.io';
import type { SignedIn } from '#server/access/access.ts';
import { originAllowed } from '#server/access/origin.ts';
import { allowedOrigins } from '#server/config.ts';
import type { Core } from '#server/core.ts';
import type { OrderRate } from '#server/orders/order-rate.ts';
import { broadcast } from './broadcast.ts';
import { openFeed, type Feed } from './feed.ts';
import { openPositions, type PositionBoard } from '#server/positions/positions.ts';
import { openPresence, type PresenceBoard } from './presence.ts';
import type { Snapshots } from './snapshots.ts';

/** A frame of orders from a person is small; an attachment goes by HTTP. */
const LARGEST_MESSAGE_BYTES = 64 * 1024;
/** A client that takes nothing for so much is cut: it catches up when it comes back, the others don't wait. */
const LARGEST_BACKLOG_BYTES = 1024 * 1024;
const SWEEP_MS = 5000;

export type FenghuoServer = Server<ClientToServer, ServerToClient, Record<string, never>, SocketData>;
interface SocketData {
  signedIn: SignedIn;
}
export type FenghuoSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, SocketData>;

export interface Sockets {
  io: FenghuoServer;
  feed: Feed<FenghuoSocket>;
  close(): Promise<void>;
}

export function openSockets(http: HttpServer, core: Core, rate: OrderRate, snapshots: () => Snapshots): Sockets {
  const { access, config, clock } = core;
  const io: FenghuoServer = new Server(http, {
    serveClient: false,
    // Six times dearer for each socket; a frame is small, and catching up is by HTTP.
    perMessageDeflate: false,
    httpCompression: false,
    // It skips authorisation, so whoever lost a seat while away would be served: catching up is ours.
    connectionStateRecovery: undefined as never,
    maxHttpBufferSize: LARGEST_MESSAGE_BYTES,
    pingInterval: 10_000,
    pingTimeout: 5000,
    connectTimeout: 5000,
    allowRequest(req, decide) {
      const allowed = originAllowed(req.headers.origin, req.headers.host, allowedOrigins(config));
      decide(allowed ? null : 'origin not allowed', allowed);
    },
  });
  const feed = openFeed<FenghuoSocket>(broadcast, clock, core.world.seq, config.FRAME_INTERVAL_MS);
  core.onCommitted((commit, changes) => feed.changed(commit.seq, changes));
  const positions = openPositions(core.world, core.trail, clock);
  core.onCommitted((_commit, changes) => positions.changed(changes));
  const presence = openPresence((id) => core.world.get('incident', id)?.readers, clock);

  io.use((socket, next) => {
    const { token } = socket.handshake.auth as Handshake;
    const cookie = parseCookies(socket.handshake.headers.cookie ?? '')['fenghuo'];
    access
      .authenticate(token ?? cookie ?? '')
      .then((signedIn) => {
        if (!signedIn) return next(new Error('not-signed-in'));
        if (signedIn.mustChangePassword) return next(new Error('password-change-required'));
        const own = io.sockets.adapter.rooms.get(`user:${signedIn.userId}`)?.size ?? 0;
        if (own >= config.SOCKETS_PER_USER) return next(new Error('too-many-sockets'));
        socket.data.signedIn = signedIn;
        next();
      })
      .catch((error: unknown) => {
        core.log.error({ error: String(error) }, 'a socket could not be authenticated');
        next(new Error('store-unavailable'));
      });
  });

  io.on('connection', (socket) => welcome(socket, core, { feed, positions, presence, rate, snapshots: snapshots() }));
  const offEnded = access.onEnded(({ sessionIds, reason }) => {
    for (const id of sessionIds) cut(io.in(`session:${id}`), reason);
  });
  const offState = core.store.onState((state) => io.emit('stale', { since: state.status === 'away' ? state.since.toISOString() : null }));
  const sweeper = setInterval(() => sweep(io), SWEEP_MS);
  sweeper.unref();

  return {
    io,
    feed,
    async close() {
      clearInterval(sweeper);
      offEnded();
      offState();
      feed.flush();
      feed.stop();
      positions.stop();
      presence.stop();
      cut(io, 'shutting-down');
      await io.close();
    },
  };
}

/** What a socket is met with. */
interface Counter {
  feed: Feed<FenghuoSocket>;
  positions: PositionBoard;
  presence: PresenceBoard;
  rate: OrderRate;
  snapshots: Snapshots;
}

/** Brings a socket up to date and listens to its orders. All in one turn: nothing can be committed between the catch-up and the first frame. */
function welcome(socket: FenghuoSocket, core: Core, { feed, positions, presence, rate, snapshots }: Counter): void {
  const { signedIn } = socket.data;
  const { seat } = signedIn;
  const leave = feed.join(seat, socket);
  void socket.join([`session:${signedIn.sessionId}`, `user:${signedIn.userId}`]);
  // One that is late is worth nothing: it is dropped rather than kept for a slow line.
  const looks = presence.join({ seat, tell: (said) => void socket.volatile.emit('presence', said) });
  socket.on('presence', (here) => looks.take(here));
  const followed = positions.join({ seat, tell: (said) => void socket.volatile.emit('positions', said) });
  socket.on('position', (said) => followed.take(said));
  socket.on('disconnect', () => {
    leave();
    looks.leave();
    followed.leave();
  });
  // The session may have ended while this socket was let in, when it was in no room yet to be cut by.
  if (!core.access.touch(signedIn.sessionId)) return end(socket, 'session-ended');
  socket.on('order', (envelope, answer) => {
    if (typeof answer !== 'function') return;
    const tooMany = rate.take(seat.actor.id);
    if (tooMany) return answer(tooMany);
    if (!core.access.touch(signedIn.sessionId)) return end(socket, 'session-ended');
    void core.orders.receive(envelope, seat).then((reply: Answer) => answer(reply));
  });

  const state = core.store.state();
  socket.emit('hello', {
    journal: core.journalId,
    seq: core.world.seq,
    now: core.clock.now().toISOString(),
    ...(state.status === 'away' ? { staleSince: state.since.toISOString() } : {}),
  });
  catchUp(socket, core, feed, snapshots);
}

function catchUp(socket: FenghuoSocket, core: Core, feed: Feed<FenghuoSocket>, snapshots: Snapshots): void {
  const { since, journal, resync } = socket.handshake.auth as Handshake;
  if (since === undefined) return;
  const { seat } = socket.data.signedIn;
  const sameJournal = journal === undefined || journal === core.journalId;
  const frame = since > 0 && sameJournal ? feed.missed(since, seat) : null;
  if (frame) {
    // Sent even if it is empty: then the client knows that it has everything.
    if (since < frame.seq) socket.emit('feed', frame);
    return;
  }
  // Too long ago. Who knows how fetches the snapshot, compressed and cached; anybody else is sent it as one frame.
  if (resync === true) return void socket.emit('resync', { seq: core.world.seq });
  const { seq, docs } = JSON.parse(snapshots.json(seat)) as { seq: number; docs: never[] };
  socket.emit('feed', { seq, puts: docs, drops: [], complete: true });
}

interface Cuttable {
  emit(event: 'bye', why: { reason: ByeReason }): unknown;
  disconnectSockets(close: boolean): void;
}

function cut(sockets: Cuttable, reason: ByeReason): void {
  sockets.emit('bye', { reason });
  sockets.disconnectSockets(true);
}

function end(socket: FenghuoSocket, reason: ByeReason): void {
  socket.emit('bye', { reason });
  socket.disconnect(true);
}

function sweep(io: FenghuoServer): void {
  for (const socket of io.sockets.sockets.values()) {
    // Only the websocket transport has a backlog to speak of; polling is bounded by its one request.
    const { socket: ws } = socket.conn.transport as { socket?: { bufferedAmount?: number } };
    if ((ws?.bufferedAmount ?? 0) > LARGEST_BACKLOG_BYTES) end(socket, 'too-slow');
  }
}
