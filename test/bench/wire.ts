import net from 'node:net';

export interface WireHandlers {
  /** A text message that is no frame of the feed, such as `40{…}` or `42["hello",…]`. */
  message(text: string): void;
  /** A frame of the feed has come whole. Only its seq is read, so that a thousand screens fit one process. */
  frame(seq: number): void;
  closed(): void;
}

const FRAME = '42["feed",{"seq":';
const HEAD_BYTES = FRAME.length + 16;
const NONE = Buffer.alloc(0);
/** One buffer for all: a chunk is read through before the next one arrives. */
const shared = Buffer.alloc(256 * 1024);

/** One Socket.io client by hand: it costs a tenth of a real one, so what is measured is the server. */
export class Wire {
  readonly #socket: net.Socket;
  readonly #handlers: WireHandlers;
  #upgraded = false;
  /** Bytes of a message that is not whole yet. */
  #carry: Buffer = NONE;
  /** How much of a frame is still to come, and its seq. */
  #skip = 0;
  #seq = 0;

  constructor(port: number, handlers: WireHandlers) {
    this.#handlers = handlers;
    this.#socket = net.connect({
      port,
      host: '127.0.0.1',
      onread: {
        buffer: shared,
        callback: (size, buffer) => {
          this.#read(Buffer.from(buffer.buffer, buffer.byteOffset, size));
          return true;
        },
      },
    } as net.NetConnectOpts);
    this.#socket.setNoDelay(true);
    this.#socket.once('connect', () =>
      this.#socket.write(
        `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: ZmVuZ2h1by1iZW5jaC0wMQ==\r\nSec-WebSocket-Version: 13\r\n\r\n`,
      ),
    );
    this.#socket.on('close', () => this.#handlers.closed());
    // A cut connection is what `closed` tells.
    this.#socket.on('error', () => undefined);
  }

  send(text: string): void {
    const payload = Buffer.from(text);
    const length = payload.length;
    // Masked with zeros: what a client must do, at no cost.
    const head = length < 126 ? Buffer.from([0x81, 0x80 | length, 0, 0, 0, 0]) : Buffer.from([0x81, 0xfe, length >> 8, length & 255, 0, 0, 0, 0]);
    this.#socket.write(Buffer.concat([head, payload]));
  }

  close(): void {
    this.#socket.destroy();
  }

  #read(chunk: Buffer): void {
    let data = this.#carry.length > 0 ? Buffer.concat([this.#carry, chunk]) : chunk;
    this.#carry = NONE;
    if (!this.#upgraded) {
      const end = data.indexOf('\r\n\r\n');
      if (end < 0) return this.#keep(data);
      this.#upgraded = true;
      data = data.subarray(end + 4);
    }
    while (data.length > 0) {
      const used = this.#skip > 0 ? this.#pass(data) : this.#begin(data);
      if (used === 0) return this.#keep(data);
      data = data.subarray(used);
    }
  }

  #keep(data: Buffer): void {
    this.#carry = Buffer.from(data);
  }

  #pass(data: Buffer): number {
    const used = Math.min(this.#skip, data.length);
    this.#skip -= used;
    if (this.#skip === 0) this.#handlers.frame(this.#seq);
    return used;
  }

  /** Reads the head of a message: a frame's body is passed over, anything else is waited for and read. */
  #begin(data: Buffer): number {
    if (data.length < 2) return 0;
    const short = (data[1] ?? 0) & 127;
    const head = short < 126 ? 2 : short === 126 ? 4 : 10;
    if (data.length < head) return 0;
    const length = short < 126 ? short : short === 126 ? data.readUInt16BE(2) : Number(data.readBigUInt64BE(2));
    if (data.length < head + Math.min(length, HEAD_BYTES)) return 0;
    if (length > FRAME.length && data.toString('latin1', head, head + FRAME.length) === FRAME) {
      this.#seq = Number.parseInt(data.toString('latin1', head + FRAME.length, head + HEAD_BYTES), 10);
      this.#skip = length;
      return head;
    }
    if (data.length < head + length) return 0;
    if ((data[0] ?? 0) === 0x81) this.#handlers.message(data.toString('utf8', head, head + length));
    return head + length;
  }
}
