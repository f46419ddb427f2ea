import type { z } from 'zod';
import type { Decided } from '#shared/decide.ts';
import { refuse } from '#shared/refusal.ts';
import type { Actor } from '#shared/seat.ts';
import type { GrantSeat, RevokeSeat } from './orders.ts';

/** Given by the server when an administrator changes an account; from outside, an order of this type is refused. */
export function decideGrant(order: z.infer<typeof GrantSeat>, actor: Actor): Decided {
  administratorsOnly(actor);
  const { team, ...rest } = order;
  return { events: [{ type: 'seat.granted', ...rest, ...(team === undefined ? {} : { team }) }], refs: { user: order.userId } };
}

export function decideRevoke(order: z.infer<typeof RevokeSeat>, actor: Actor): Decided {
  administratorsOnly(actor);
  return { events: [{ type: 'seat.revoked', ...order }], refs: { user: order.userId } };
}

function administratorsOnly(actor: Actor): void {
  if (actor.role !== 'administrator' && actor.role !== 'system') refuse('not-permitted', 'Only an administrator changes seats.');
}
