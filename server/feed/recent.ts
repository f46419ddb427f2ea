import type { Frame } from '#shared/feed.ts';
import { changeFor, shownTo } from '#shared/feed.ts';
import type { Seat } from '#shared/seat.ts';
import type { AnyDocument, Change, Kind } from '#shared/world.ts';

interface Past {
  seq: number;
  kind: Kind;
  id: string;
  before: readonly string[] | undefined;
  doc: AnyDocument | undefined;
}

/** The latest changes, so that a client that was away for a moment is told only what it missed. */
export class Recent {
  readonly #limit: number;
  #past: Past[] = [];
  /** Everything after this commit is here. */
  #floor: number;

  constructor(floor: number, limit = 20_000) {
    this.#floor = floor;
    this.#limit = limit;
  }

  add(seq: number, changes: readonly Change[]): void {
    for (const { kind, id, before, doc } of changes) this.#past.push({ seq, kind, id, before: before?.readers, doc });
    // Cut half at once: shifting one by one would copy the array each time.
    if (this.#past.length > 2 * this.#limit) {
      const cut = this.#past[this.#past.length - this.#limit]?.seq ?? seq;
      this.#past = this.#past.filter((past) => past.seq > cut);
      this.#floor = cut;
    }
  }

  /** What a seat that has everything up to `since` has missed, or null if that is longer ago than is kept. */
  missed(since: number, head: number, seat: Seat): Frame | null {
    if (since < this.#floor || since > head) return null;
    const last = new Map<string, Past>();
    for (const past of this.#past.slice(this.#firstAfter(since))) {
      const key = `${past.kind}/${past.id}`;
      last.set(key, { ...past, before: last.get(key)?.before ?? (last.has(key) ? undefined : past.before) });
    }
    return frameOf(head, last.values(), seat);
  }

  #firstAfter(seq: number): number {
    let low = 0;
    let high = this.#past.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#past[middle]?.seq ?? Infinity) <= seq) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function frameOf(seq: number, changes: Iterable<Past>, seat: Seat): Frame {
  const rooms = new Set(seat.rooms);
  const frame: Frame = { seq, puts: [], drops: [] };
  for (const { kind, id, before, doc } of changes) {
    const means = changeFor(rooms, before, doc);
    if (means === 'put' && doc) frame.puts.push({ kind, id, doc: shownTo(seat.level, kind, doc) } as Frame['puts'][number]);
    if (means === 'drop') frame.drops.push({ kind, id });
  }
  return frame;
}
