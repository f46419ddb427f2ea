import type { Order } from '#shared/catalogue.ts';
import type { Commit } from '#shared/commit.ts';
import type { Decided } from '#shared/decide.ts';
import { fold } from '#shared/fold.ts';
import { authorOf, type Seat } from '#shared/seat.ts';
import type { Change, World } from '#shared/world.ts';
import { hashOf } from '#server/journal/chain.ts';

/** An order that has been parsed: who gave it, and what stands for its content. */
export interface Given {
  order: Order;
  digest: string;
  seat: Seat;
}

/** The commit that a decision makes, after the last one, and what it changes. Nothing is changed yet. */
export function commitOf(
  { order, digest, seat }: Given,
  decided: Decided,
  last: { seq: number; hash: string },
  world: World,
  at: string,
): { commit: Commit; changes: Change[] } {
  const { id, type } = order;
  const body = { seq: last.seq + 1, at, actor: authorOf(seat.actor), events: decided.events };
  const changes = fold(world, body);
  const streams = changes.map(({ kind, id: doc, before, doc: after }) => (after ? `${kind}/${doc}@${after.rev}` : `${kind}/${doc}@${before?.rev ?? 0}r`));
  // A unique index takes two empty lists for the same value.
  const touched = streams.length > 0 ? streams : [`order/${id}@1`];
  const unsealed = { ...body, order: { id, type, digest }, refs: decided.refs, streams: touched, prev: last.hash };
  return { commit: { ...unsealed, hash: hashOf(unsealed) }, changes };
}
