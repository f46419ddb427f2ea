import type { z } from 'zod';
import type { Decided } from '#shared/decide.ts';
import { refuse } from '#shared/refusal.ts';
import type { Actor } from '#shared/seat.ts';
import type { World } from '#shared/world.ts';
import type { rulebookOrders } from './orders.ts';
import { mayDecide, mayPropose } from './policy.ts';
import type { Rulebook } from './state.ts';
import type { Row, TableId } from './tables.ts';

type Payload<T extends keyof typeof rulebookOrders> = z.infer<(typeof rulebookOrders)[T]>;

/** Brings the rows that the table does not have, and those that nobody here can have changed. */
export function decideFound(world: World, { rulebookId, rows }: Payload<'rulebook.found'>, actor: Actor): Decided {
  if (actor.role !== 'system') refuse('not-permitted', 'Tables of rules are founded by the server.');
  const fresh = freshRows(world.get('rulebook', rulebookId), rows as readonly Row[]);
  return { events: [{ type: 'rulebook.founded', rulebookId, rows: fresh }], refs: { rulebook: rulebookId } };
}

/** Rows that a version brings and a table lacks or has otherwise. What people may have changed is left alone; law they may not. */
export function freshRows(book: Pick<Rulebook, 'version' | 'rows'> | undefined, brought: readonly Row[]): Row[] {
  const known = new Map(book?.rows.map((row) => [row.id, row]));
  return brought.filter((row) => {
    const old = known.get(row.id);
    const ours = !old || book?.version === 1 || old.tag === 'S';
    return ours && JSON.stringify(old) !== JSON.stringify(row);
  });
}

export function decidePropose(world: World, { rulebookId, rows, reason }: Payload<'rulebook.propose'>, actor: Actor): Decided {
  if (!mayPropose(actor)) refuse('not-permitted', 'Rules are changed by a leader of the city; a planner may propose.');
  const book = bookOf(world, rulebookId);
  if (book.proposal) refuse('rulebook.proposal-open', `${book.proposal.by.name} has proposed a change already: it is decided first.`);
  if (rows.length === 0) refuse('invalid', 'Nothing to change was given.', [{ path: 'rows', message: 'empty' }]);
  const seen = new Set<string>();
  for (const [i, row] of rows.entries()) {
    const before = book.rows.find(({ id }) => id === row.id);
    // What the law says is no rule of ours: it is not changed here, and nothing is made law here.
    if (before?.tag === 'S' || row.tag === 'S')
      refuse('rulebook.law', `${row.id} is law as it was read and is not edited.`, [{ path: `rows.${i}.tag`, message: 'is law' }]);
    if (before && 'unit' in before && 'unit' in row && before.unit !== row.unit)
      refuse('invalid', `${row.id} is counted in ${before.unit}.`, [{ path: `rows.${i}.unit`, message: 'can not be changed' }]);
    if (seen.has(row.id)) refuse('invalid', `${row.id} is given twice.`, [{ path: `rows.${i}.id`, message: 'given twice' }]);
    seen.add(row.id);
  }
  return { events: [{ type: 'rulebook.proposed', rulebookId, version: book.version + 1, rows, reason }], refs: { rulebook: rulebookId } };
}

export function decideApprove(world: World, { rulebookId, version }: Payload<'rulebook.approve'>, actor: Actor): Decided {
  decidable(world, rulebookId, version, actor);
  return { events: [{ type: 'rulebook.approved', rulebookId, version }], refs: { rulebook: rulebookId } };
}

export function decideReject(world: World, { rulebookId, version, reason }: Payload<'rulebook.reject'>, actor: Actor): Decided {
  const { proposal } = decidable(world, rulebookId, version, actor, true);
  return { events: [{ type: 'rulebook.rejected', rulebookId, version: proposal?.version ?? version, reason }], refs: { rulebook: rulebookId } };
}

function decidable(world: World, id: TableId, version: number, actor: Actor, own = false): Rulebook {
  const book = bookOf(world, id);
  if (!book.proposal || book.proposal.version !== version)
    refuse('stale', 'There is no such proposal any more.', [{ path: 'version', message: 'is not the one proposed' }]);
  // Whoever proposed may take it back, never carry it through.
  if (own && book.proposal.by.id === actor.id) return book;
  if (!mayDecide(actor, book))
    refuse(
      book.proposal.by.id === actor.id ? 'rulebook.same-person' : 'not-permitted',
      'A change of rules is decided by another leader of the city than who proposed it.',
    );
  return book;
}

function bookOf(world: World, id: TableId): Rulebook {
  return world.get('rulebook', id) ?? refuse('rulebook.unknown', 'There is no such table of rules here.', [{ path: 'rulebookId', message: 'unknown table' }]);
}
