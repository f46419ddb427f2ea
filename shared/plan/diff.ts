import { LISTS, pieceAt, type List } from './change.ts';
import type { PlanContent } from './content.ts';

/** One clause or item that is not the same in two versions. */
export interface Difference {
  /** `clauses/3.2`, `levels/II`, `title`. */
  piece: string;
  kind: 'added' | 'removed' | 'changed' | 'moved';
  before: unknown;
  after: unknown;
}

const SINGLES = ['title', 'summary', 'hazards'] as const;

/** What a version says otherwise than the one before, clause by clause: in the order of the new one, what is gone at its old place. */
export function diffOf(before: PlanContent, after: PlanContent): Difference[] {
  const singles = SINGLES.filter((name) => !same(before[name], after[name])).map((name): Difference => ({
    piece: name,
    kind: 'changed',
    before: before[name],
    after: after[name],
  }));
  return [...singles, ...LISTS.flatMap((list) => differences(before, after, list))];
}

const namesIn = (content: PlanContent, list: List): string[] => content[list].map((item) => ('level' in item ? item.level : item.id));

function differences(before: PlanContent, after: PlanContent, list: List): Difference[] {
  const [old, fresh] = [namesIn(before, list), namesIn(after, list)];
  const kept = new Set(unmoved(old, fresh));
  const found: Difference[] = [];
  for (const name of merged(old, fresh)) {
    const piece = `${list}/${name}`;
    const [was, is] = [pieceAt(before, piece), pieceAt(after, piece)];
    if (was === null) found.push({ piece, kind: 'added', before: null, after: is });
    else if (is === null) found.push({ piece, kind: 'removed', before: was, after: null });
    else if (!same(was, is)) found.push({ piece, kind: 'changed', before: was, after: is });
    else if (!kept.has(name)) found.push({ piece, kind: 'moved', before: was, after: is });
  }
  return found;
}

/** The names in the new order; those that are gone follow what stood before them. */
function merged(old: readonly string[], fresh: readonly string[]): string[] {
  const order = [...fresh];
  old.forEach((name, i) => {
    if (fresh.includes(name)) return;
    const anchor = old.slice(0, i).findLast((other) => order.includes(other));
    order.splice(anchor === undefined ? 0 : order.indexOf(anchor) + 1, 0, name);
  });
  return order;
}

/** The longest row of names that kept their order: the others were moved. */
function unmoved(old: readonly string[], fresh: readonly string[]): string[] {
  const places = fresh.filter((name) => old.includes(name)).map((name) => ({ name, at: old.indexOf(name) }));
  const best: { name: string; at: number }[][] = [];
  for (const one of places) {
    let before: { name: string; at: number }[] = [];
    for (const row of best) if ((row.at(-1)?.at ?? -1) < one.at && row.length > before.length) before = row;
    best.push([...before, one]);
  }
  return best.reduce<{ name: string; at: number }[]>((longest, row) => (row.length > longest.length ? row : longest), []).map(({ name }) => name);
}

/** Equal as data: the order of an object's fields says nothing. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => same((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]));
}
