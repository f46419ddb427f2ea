import { io, type Socket } from 'socket.io-client';
import type { ClientToServer, Handshake, ServerToClient } from '#shared/protocol.ts';

export type LiveSocket = Socket<ServerToClient, ClientToServer>;

/** Everyone comes back after a restart: at times of their own, not all in the same second. */
const SOONEST_MS = 500;
const SPREAD_MS = 4_500;
/** The server pings every 10 s and gives up after 5 more; a little later the line is taken for dead here as well. */
const SILENCE_MS = 17_000;
const WATCH_MS = 2_000;

let current: LiveSocket | undefined;

/** The socket, if orders can go over it. */
export const liveSocket = (): LiveSocket | undefined => (current?.connected ? current : undefined);

/** Cuts a line that looks dead, so that it is made anew. */
export const suspect = (): void => void current?.io.engine?.close();

/** Opens a socket that comes back by itself. `auth` is asked at every attempt, so each says how far this client is. */
export function openSocket(auth: () => Handshake, heard: () => void): { socket: LiveSocket; close: () => void } {
  const socket: LiveSocket = io({
    transports: ['websocket'],
    withCredentials: true,
    forceNew: true,
    reconnection: false,
    timeout: 10_000,
    auth: (give) => give(auth()),
  });
  current = socket;
  let lastHeard = Date.now();
  let again: ReturnType<typeof setTimeout> | undefined;
  const hear = (): void => {
    lastHeard = Date.now();
    heard();
  };
  const comeBack = (): void => {
    clearTimeout(again);
    again = setTimeout(() => socket.connect(), SOONEST_MS + Math.random() * SPREAD_MS);
  };
  const online = (): void => {
    if (!socket.connected) socket.connect();
  };
  // A half-open line (a laptop woken, a router that forgot it) is silent and looks connected.
  const watch = setInterval(() => {
    if (socket.connected && Date.now() - lastHeard > SILENCE_MS) suspect();
  }, WATCH_MS);
  socket.io.on('ping', hear);
  socket.onAny(hear);
  socket.on('connect', hear);
  socket.on('connect_error', comeBack);
  socket.on('disconnect', comeBack);
  addEventListener('online', online);
  addEventListener('offline', suspect);
  const close = (): void => {
    socket.off();
    socket.disconnect();
    clearTimeout(again);
    clearInterval(watch);
    removeEventListener('online', online);
    removeEventListener('offline', suspect);
    if (current === socket) current = undefined;
  };
  return { socket, close };
}
