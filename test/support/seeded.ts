/** Chance that a test can repeat: the same seed draws the same. */
export interface Seeded {
  /** An integer from 0 up to, not including, n. */
  below(n: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  shuffled<T>(items: readonly T[]): T[];
  uuid(): string;
}

/** Mulberry32. */
export function seeded(seed: number): Seeded {
  let state = (seed * 0x9e3779b9) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return {
    below,
    chance: (probability) => next() < probability,
    pick(from) {
      if (from.length === 0) throw new Error('there is nothing to pick from');
      // The index is below the length, which was just seen not to be 0.
      return from[below(from.length)] as (typeof from)[number];
    },
    shuffled(items) {
      const left = [...items];
      return items.flatMap(() => left.splice(below(left.length), 1));
    },
    uuid() {
      const hex = Array.from({ length: 32 }, () => below(16).toString(16)).join('');
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
    },
  };
}

/** The seeds of a fuzz test: those that once failed, then new ones in a row. `SEED=7` runs that one alone. */
export function seedsOf(failedOnce: readonly number[], count: number): number[] {
  const given = process.env['SEED'];
  return given === undefined ? [...new Set([...failedOnce, ...Array.from({ length: count }, (_, i) => i + 1)])] : [Number(given)];
}
