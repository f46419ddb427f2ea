import type { Frame, Put, Snapshot } from '#shared/feed.ts';

const keyOf = ({ kind, id }: { kind: string; id: string }): string => `${kind}/${id}`;

/** A client as somebody would write it who has read the contract and nothing else. */
export class ModelClient {
  journal: string | undefined;
  seq = 0;
  readonly #docs = new Map<string, Put>();

  /** Of another journal, nothing that is held means anything. */
  follow(journal: string): void {
    if (this.journal !== undefined && this.journal !== journal) this.forget();
    this.journal = journal;
  }

  apply({ seq, puts, drops, complete = false }: Frame): void {
    if (complete) this.#docs.clear();
    for (const put of puts) {
      const held = this.#docs.get(keyOf(put));
      if (!held || put.doc.seq >= held.doc.seq) this.#docs.set(keyOf(put), put);
    }
    for (const drop of drops) this.#docs.delete(keyOf(drop));
    this.seq = Math.max(this.seq, seq);
  }

  load({ journal, seq, complete, docs, drops }: Snapshot): void {
    this.follow(journal);
    this.apply({ seq, puts: docs, drops, complete });
  }

  /** As after a reload of the page. */
  forget(): void {
    this.#docs.clear();
    this.seq = 0;
    this.journal = undefined;
  }

  docs(): Put[] {
    return inOrder([...this.#docs.values()]);
  }
}

/** Two lists of documents that hold the same are equal. */
export function inOrder(docs: readonly Put[]): Put[] {
  return docs.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
