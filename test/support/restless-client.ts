import type { Answer } from '#shared/order.ts';
import { ModelClient } from './model-client.ts';
import type { RandomOrder } from './random-orders.ts';
import type { Seeded } from './seeded.ts';
import type { TestApp, TestUser } from './test-app.ts';
import { connectClient, type TestClient } from './test-client.ts';

/** A client on a bad line: it is cut off, reloads, catches up, and sends its orders again and again until they are answered. */
export class RestlessClient {
  readonly user: TestUser;
  readonly answers = new Map<string, Answer[]>();
  readonly model = new ModelClient();
  readonly #chance: Seeded;
  readonly #unanswered = new Map<string, RandomOrder>();
  readonly #sending = new Set<Promise<void>>();
  #line: TestClient | undefined;
  #app: TestApp;

  constructor(app: TestApp, user: TestUser, chance: Seeded) {
    this.#app = app;
    this.user = user;
    this.#chance = chance;
  }

  /** As when the address leads to a server that was started anew. */
  moveTo(app: TestApp): void {
    this.#app = app;
    this.#line = undefined;
  }

  async connect(): Promise<void> {
    if (this.#line?.socket.connected) return;
    const chance = this.#chance;
    // Long or short catch-ups, by one frame, by HTTP first, or by the snapshot when the server says so.
    if (this.model.seq === 0 && chance.chance(0.5)) this.model.load(await this.#app.snapshot(this.user));
    else if (chance.chance(0.3)) this.model.load(await this.#app.snapshot(this.user, `?since=${this.model.seq}&journal=${this.model.journal ?? ''}`));
    const since = { since: this.model.seq, ...(this.model.journal === undefined ? {} : { journal: this.model.journal }) };
    const fetchSnapshot = chance.chance(0.5) ? () => this.#app.snapshot(this.user) : undefined;
    this.#line = await connectClient(this.#app.url, { token: this.user.token, ...since }, this.model, fetchSnapshot);
  }

  cut(): void {
    const { socket } = this.#line ?? {};
    // Either politely or as a line breaks.
    if (this.#chance.chance(0.5)) socket?.close();
    else socket?.io.engine.close();
    this.#line = undefined;
  }

  reload(): void {
    this.cut();
    this.model.forget();
  }

  /** Sends an order, perhaps twice at once and by two ways; what gets no answer is kept with its id. */
  order(order: RandomOrder): void {
    this.#unanswered.set(order.id, order);
    this.#send(order);
    if (this.#chance.chance(0.3)) this.#send(order);
  }

  /** All that was not answered again, in any order. */
  async settle(): Promise<void> {
    await Promise.all(this.#sending);
    for (const order of this.#chance.shuffled([...this.#unanswered.values()])) {
      this.#send(order);
      if (this.#chance.chance(0.3)) this.#send(order);
    }
    await Promise.all(this.#sending);
    if (this.#unanswered.size > 0) throw new Error(`${this.#unanswered.size} orders of ${this.user.username} were not answered`);
  }

  reached(seq: number): Promise<void> {
    if (!this.#line) throw new Error(`${this.user.username} is not connected`);
    return this.#line.reached(seq);
  }

  #send(order: RandomOrder): void {
    const line = this.#chance.chance(0.7) ? this.#line : undefined;
    const answer = line ? bySocket(line, order) : this.#byHttp(order);
    const sending: Promise<void> = answer
      .then((known) => {
        if (!known) return;
        this.#unanswered.delete(order.id);
        this.answers.set(order.id, [...(this.answers.get(order.id) ?? []), known]);
      })
      .finally(() => this.#sending.delete(sending));
    this.#sending.add(sending);
  }

  async #byHttp(order: RandomOrder): Promise<Answer | undefined> {
    try {
      return (await this.#app.call<Answer>(this.user, 'POST', '/orders', order)).body;
    } catch (error) {
      // The server went away meanwhile: no answer is what is being tried here.
      if (error instanceof TypeError) return undefined;
      throw error;
    }
  }
}

/** The answer, or nothing if the line breaks first. */
function bySocket({ socket }: TestClient, order: RandomOrder): Promise<Answer | undefined> {
  return new Promise((resolve) => {
    if (!socket.connected) return resolve(undefined);
    socket.once('disconnect', () => resolve(undefined));
    socket.emit('order', order, resolve);
  });
}
