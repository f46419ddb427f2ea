import type { Frame } from '#shared/feed.ts';

/** What is used of a Socket.io socket. Where it is otherwise below the public surface, a frame goes the usual way. */
export interface FrameSocket {
  conn: object;
  emit(event: 'feed', frame: Frame): unknown;
}

interface Connection {
  readyState?: string;
  upgrading?: boolean;
  writeBuffer?: readonly unknown[];
  transport?: { name?: string; socket?: { readyState?: number; _socket?: { writable: boolean; write(bytes: Buffer): boolean } } };
}

const OPEN = 1;

/**
 * Sends a frame to each socket: encoded once and written as it is to every TCP connection. Socket.io's own broadcast makes
 * a packet, a queue and a turn of events for each socket, as dear again as the write. What engine.io still holds back for
 * a socket must go first, so such a socket gets its frame through it.
 */
export function broadcast(sockets: Iterable<FrameSocket>, frame: Frame): void {
  let bytes: Buffer | undefined;
  for (const socket of sockets) {
    const tcp = tcpOf(socket.conn);
    if (tcp) tcp.write((bytes ??= textFrame(`42${JSON.stringify(['feed', frame])}`)));
    else socket.emit('feed', frame);
  }
}

function tcpOf({ readyState, upgrading, writeBuffer, transport }: Connection): { write(bytes: Buffer): boolean } | undefined {
  const ws = transport?.name === 'websocket' ? transport.socket : undefined;
  const ready = readyState === 'open' && upgrading === false && writeBuffer?.length === 0 && ws?.readyState === OPEN;
  return ready && ws?._socket?.writable ? ws._socket : undefined;
}

/** An unmasked text message (RFC 6455, 5.2). */
function textFrame(text: string): Buffer {
  const body = Buffer.from(text);
  const { length } = body;
  if (length < 126) return Buffer.concat([Buffer.from([0x81, length]), body]);
  if (length < 65_536) return Buffer.concat([Buffer.from([0x81, 126, length >> 8, length & 255]), body]);
  const head = Buffer.alloc(10);
  head[0] = 0x81;
  head[1] = 127;
  head.writeBigUInt64BE(BigInt(length), 2);
  return Buffer.concat([head, body]);
}
