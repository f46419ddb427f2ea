import { regionChain } from '#shared/region.ts';
import { isDuty, isLeader, type Actor } from '#shared/seat.ts';
import type { Sketch } from './state.ts';

export const mayDraw = (actor: Actor): boolean => isDuty(actor) || isLeader(actor) || actor.role === 'department';

/** Whoever drew it, and the duty officers and leaders of the organisations that it is of and of those above. */
export const mayChange = (actor: Actor, sketch: Pick<Sketch, 'owners' | 'by'>): boolean =>
  mayDraw(actor) && (sketch.by.id === actor.id || sketch.owners.includes(actor.org));

/** An organisation and those above it. A department's is its region's too. */
export function chainOf(org: string, parent: string | undefined): string[] {
  if (/^\d+$/.test(org)) return regionChain(org);
  return parent !== undefined && /^\d+$/.test(parent) ? [org, ...regionChain(parent)] : [org];
}
