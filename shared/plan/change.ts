import { z } from 'zod';
import { Annex, Clause, ClauseId, Demand, PlanContent, Position, ResponseLevel } from './content.ts';

/** The lists of a plan whose items are changed one by one, with what names an item. */
export const LISTS = ['clauses', 'positions', 'levels', 'demands', 'annexes'] as const;
export type List = (typeof LISTS)[number];

/** After which item a new one stands; null: first. Absent: where it was, or last. */
const after = z.string().max(80).nullable().optional();
const put = <K extends List, S extends z.ZodType>(list: K, item: S) => z.strictObject({ in: z.literal(list), put: item, after });

export const Change = z.union([
  put('clauses', Clause),
  put('positions', Position),
  put('levels', ResponseLevel),
  put('demands', Demand),
  put('annexes', Annex),
  z.strictObject({ in: z.enum(LISTS), remove: z.union([ClauseId, z.enum(['I', 'II', 'III', 'IV'])]) }),
  z.strictObject({
    set: z.strictObject({
      title: PlanContent.shape.title.optional(),
      summary: PlanContent.shape.summary.optional(),
      hazards: PlanContent.shape.hazards.optional(),
    }),
  }),
]);
export type Change = z.infer<typeof Change>;

type Item = { id: string } | { level: string };
const nameOf = (item: Item): string => ('level' in item ? item.level : item.id);

/** The pieces of a plan that a change touches, `clauses/3.2` or `title`: the unit in which two writers can collide. */
export function piecesOf(change: Change): string[] {
  if ('set' in change) return Object.keys(change.set);
  return [`${change.in}/${'put' in change ? nameOf(change.put) : change.remove}`];
}

/** What stands at a piece now, or null. */
export function pieceAt(content: PlanContent, piece: string): unknown {
  const at = piece.indexOf('/');
  if (at < 0) return content[piece as 'title' | 'summary' | 'hazards'];
  const items: readonly Item[] = content[piece.slice(0, at) as List];
  return items.find((item) => nameOf(item) === piece.slice(at + 1)) ?? null;
}

/** The text with the changes made, in their order. Whether it is a plan still is asked by its schema. */
export function withChanges(content: PlanContent, changes: readonly Change[]): PlanContent {
  let next = content;
  for (const change of changes) {
    if ('set' in change) next = { ...next, ...stripped(change.set) };
    else if ('put' in change) next = { ...next, [change.in]: placed(next[change.in], change.put, change.after) };
    else next = { ...next, [change.in]: (next[change.in] as readonly Item[]).filter((item) => nameOf(item) !== change.remove) };
  }
  return next;
}

const stripped = (set: object): object => Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined));

function placed(items: readonly Item[], item: Item, follows: string | null | undefined): Item[] {
  const name = nameOf(item);
  if (follows === undefined && items.some((one) => nameOf(one) === name)) return items.map((one) => (nameOf(one) === name ? item : one));
  const others = items.filter((one) => nameOf(one) !== name);
  if (follows === null) return [item, ...others];
  const at = others.findIndex((one) => nameOf(one) === follows);
  return at < 0 ? [...others, item] : [...others.slice(0, at + 1), item, ...others.slice(at + 1)];
}
