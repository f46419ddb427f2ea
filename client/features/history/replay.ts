import type { Changes } from '#client/store/world.ts';
import type { Drop, Put } from '#shared/feed.ts';
import type { Author } from '#shared/seat.ts';
import type { Documents, Kind } from '#shared/world.ts';

/** One commit in the life of an incident, as `/incidents/:id/history` tells it. */
export interface Step {
  seq: number;
  at: string;
  by: Author;
  order: string;
  puts: readonly Put[];
  drops: readonly Drop[];
}

/** What was so when the first `count` steps had been taken. */
export function docsAfter(steps: readonly Step[], count: number): Put[] {
  const docs = new Map<string, Put>();
  for (const { puts, drops } of steps.slice(0, count)) {
    for (const put of puts) docs.set(`${put.kind}/${put.id}`, put);
    for (const { kind, id } of drops) docs.delete(`${kind}/${id}`);
  }
  return [...docs.values()];
}

/** How many steps had been taken at an instant (milliseconds). */
export function stepsBy(steps: readonly Step[], at: number): number {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (Date.parse(steps[middle]?.at ?? '') <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function ofKind<K extends Kind>(puts: readonly Put[], kind: K): Documents[K][] {
  // A put of this kind carries a document of this kind.
  return puts.filter((put) => put.kind === kind).map((put) => put.doc as Documents[K]);
}

/** These documents and no others, as a map reads what is live: told once, for they no longer change. */
export function fixedSource(puts: readonly Put[]): <K extends Kind>(kind: K, listener: (changes: Changes<K>) => void) => () => void {
  return (kind, listener) => {
    listener({ puts: ofKind(puts, kind), drops: [], reset: true });
    return () => undefined;
  };
}
