import type { Commit } from '#shared/commit.ts';
import type { Applied } from '#shared/order.ts';

export interface Receipt {
  digest: string;
  actor: string;
  answer: Applied;
}

/** The answers of the latest orders, so that a repeated one is answered from memory. Older ones are in the journal. */
export class Receipts {
  readonly #limit: number;
  readonly #byId = new Map<string, Receipt>();

  constructor(limit = 50_000) {
    this.#limit = limit;
  }

  static of(commit: Commit): Receipt {
    return { digest: commit.order.digest, actor: commit.actor.id, answer: { ok: true, id: commit.order.id, seq: commit.seq, refs: commit.refs } };
  }

  get(orderId: string): Receipt | undefined {
    return this.#byId.get(orderId);
  }

  add(commit: Commit): void {
    this.#byId.set(commit.order.id, Receipts.of(commit));
    if (this.#byId.size <= this.#limit) return;
    const [oldest] = this.#byId.keys();
    if (oldest !== undefined) this.#byId.delete(oldest);
  }
}
