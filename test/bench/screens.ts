import { Wire } from './wire.ts';

export interface ConnectOptions {
  port: number;
  sockets: number;
  /** A connection counts when this has come: Socket.io's own word, or the server's hello. */
  until: 'connected' | 'hello';
  /** What the clients have already; every `behindEvery`-th is behind and waits for a frame too. */
  since?: { head: number; behind: number; behindEvery: number };
}

const AT_ONCE = 200;

/** Many screens, and for each commit the moment when the last of them has it. */
export class Screens {
  #wires: Wire[] = [];
  #seen: number[] = [];
  /** How many screens have seen just so far, and the least of these. */
  #at = new Map<number, number>();
  #least = 0;
  #received = 0;
  #wanted: { count: number; resolve: () => void } | undefined;
  #asked = 0;
  #acks = new Map<number, (seq: number) => void>();
  #onEvery = new Map<number, () => void>();

  /** Milliseconds until every one is connected. */
  async connect(options: ConnectOptions): Promise<number> {
    const startedAt = performance.now();
    let next = 0;
    const connectNext = async (): Promise<void> => {
      while (next < options.sockets) await this.#connectOne((next += 1) - 1, options);
    };
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, options.sockets) }, connectNext));
    const ms = performance.now() - startedAt;
    this.base(options.since?.head ?? 0);
    return ms;
  }

  #connectOne(n: number, { port, until, since }: ConnectOptions): Promise<void> {
    const behind = since !== undefined && since.behindEvery > 0 && n % since.behindEvery === 0;
    const auth = { token: `bench-${n}`, ...(since ? { since: behind ? since.behind : since.head } : {}) };
    return new Promise((resolve, reject) => {
      let connected = false;
      const wire: Wire = new Wire(port, {
        message: (text) => {
          if (text.startsWith('43')) return this.#acknowledged(text);
          if (text === '2') return wire.send('3');
          if (text.startsWith('0')) return wire.send(`40${JSON.stringify(auth)}`);
          if (text.startsWith('44')) return reject(new Error(`Refused: ${text}`));
          if (text.startsWith(until === 'hello' ? '42["hello"' : '40') && !behind) {
            connected = true;
            resolve();
          }
        },
        frame: (seq) => {
          if (connected) return this.#frame(n, seq);
          connected = true;
          resolve();
        },
        closed: () => {
          if (connected && this.#wires[n] === wire) throw new Error(`The server cut screen ${n}.`);
          reject(new Error('The server closed the connection.'));
        },
      });
      this.#wires[n] = wire;
    });
  }

  disconnect(): void {
    const wires = this.#wires;
    this.#wires = [];
    for (const wire of wires) wire.close();
  }

  /** Every screen has everything up to here; counting begins. */
  base(seq: number): void {
    this.#seen = this.#wires.map(() => seq);
    this.#at = new Map([[seq, this.#wires.length]]);
    this.#least = seq;
    this.#received = 0;
  }

  frames(count: number): Promise<void> {
    if (this.#received >= count) return Promise.resolve();
    return new Promise((resolve) => (this.#wanted = { count, resolve }));
  }

  /** Resolves when the order has been answered and what it did is on every screen. */
  async order(driver: number, envelope: string): Promise<void> {
    const ack = (this.#asked += 1);
    const seq = await new Promise<number>((resolve) => {
      this.#acks.set(ack, resolve);
      this.#wires[driver]?.send(`42${ack}["order",${envelope}]`);
    });
    if (seq > this.#least) await new Promise<void>((resolve) => this.#onEvery.set(seq, resolve));
  }

  #acknowledged(text: string): void {
    const [, id = '', body = ''] = /^43(\d+)\[(.*)\]$/s.exec(text) ?? [];
    const answer = JSON.parse(body) as { ok: boolean; seq: number };
    if (!answer.ok) throw new Error(`An order was refused: ${body}`);
    this.#acks.get(Number(id))?.(answer.seq);
    this.#acks.delete(Number(id));
  }

  #frame(n: number, seq: number): void {
    this.#received += 1;
    if (this.#wanted && this.#received >= this.#wanted.count) {
      this.#wanted.resolve();
      this.#wanted = undefined;
    }
    const before = this.#seen[n] ?? 0;
    if (seq <= before) return;
    this.#seen[n] = seq;
    this.#at.set(seq, (this.#at.get(seq) ?? 0) + 1);
    const left = (this.#at.get(before) ?? 1) - 1;
    if (left > 0) return void this.#at.set(before, left);
    this.#at.delete(before);
    if (before === this.#least) this.#advance();
  }

  #advance(): void {
    this.#least = Math.min(...this.#at.keys());
    for (const [seq, resolve] of this.#onEvery) {
      if (seq > this.#least) continue;
      this.#onEvery.delete(seq);
      resolve();
    }
  }
}
