import type { Due } from '#shared/clockwork.ts';

interface Entry {
  key: string;
  due: Due;
}

/** Due instants, earliest first. Replacing a document's instants leaves the old ones in the heap, to be skipped when they come up. */
export class DueHeap {
  readonly #heap: Entry[] = [];
  readonly #current = new Map<string, ReadonlySet<Due>>();
  #live = 0;

  get size(): number {
    return this.#live;
  }

  /** How many instants are not later than this. */
  dueBy(at: string): number {
    return this.#heap.reduce((sum, { key, due }) => sum + (due.at <= at && this.#current.get(key)?.has(due) ? 1 : 0), 0);
  }

  replace(key: string, dues: readonly Due[]): void {
    const old = this.#current.get(key);
    this.#live += dues.length - (old?.size ?? 0);
    if (dues.length === 0) this.#current.delete(key);
    else this.#current.set(key, new Set(dues));
    for (const due of dues) this.#insert({ key, due });
  }

  peek(): Due | undefined {
    for (;;) {
      const top = this.#heap[0];
      if (!top) return undefined;
      if (this.#current.get(top.key)?.has(top.due)) return top.due;
      this.#removeTop();
    }
  }

  pop(): Due | undefined {
    const due = this.peek();
    const top = this.#heap[0];
    if (!due || !top) return undefined;
    this.#removeTop();
    const rest = [...(this.#current.get(top.key) ?? [])].filter((other) => other !== due);
    this.#live -= 1;
    if (rest.length > 0) this.#current.set(top.key, new Set(rest));
    else this.#current.delete(top.key);
    return due;
  }

  #insert(entry: Entry): void {
    const heap = this.#heap;
    let i = heap.push(entry) - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      const above = heap[parent];
      if (!above || above.due.at <= entry.due.at) break;
      heap[i] = above;
      i = parent;
    }
    heap[i] = entry;
  }

  #removeTop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (!last || heap.length === 0) return;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      const left = heap[child];
      const right = heap[child + 1];
      if (!left) break;
      if (right && right.due.at < left.due.at) child += 1;
      const smaller = heap[child];
      if (!smaller || smaller.due.at >= last.due.at) break;
      heap[i] = smaller;
      i = child;
    }
    heap[i] = last;
  }
}
