import type { z } from 'zod';
import type { Decided } from '#shared/decide.ts';
import type { Organisation, OrganisationKind } from '#shared/organisation/state.ts';
import { inMode } from '#shared/readers.ts';
import { refuse } from '#shared/refusal.ts';
import { cityOf, regionChain } from '#shared/region.ts';
import type { Actor } from '#shared/seat.ts';
import type { World } from '#shared/world.ts';
import { openOnly } from './checks.ts';
import { nextEntry } from './entry.ts';
import type { TransferIncident } from './orders.ts';
import { mayTransfer } from './policy.ts';
import type { Incident } from './state.ts';

const ANSWERABLE: readonly OrganisationKind[] = ['city', 'county', 'township', 'village', 'department'];

/** Whether an organisation can be answerable for an incident: teams help, and neighbours are told. */
export const canOwn = ({ kind }: Pick<Organisation, 'kind'>): boolean => ANSWERABLE.includes(kind);

/** Whoever it is given to sees it and answers for it from here on; whoever had it keeps sight. It is never refused, only handed on. */
export function decideTransfer(world: World, incident: Incident, order: z.infer<typeof TransferIncident>, actor: Actor): Decided {
  if (!mayTransfer(actor, incident)) refuse('not-permitted', 'Only the organisation whose incident it is, or one above, hands it on.');
  openOnly(incident);
  const target = world.get('organisation', order.to);
  if (!target || !canOwn(target))
    refuse('organisation.unknown', 'There is no such organisation to hand it to.', [{ path: 'to', message: 'unknown organisation' }]);
  if (target.id === incident.org) refuse('invalid', 'It is theirs already.', [{ path: 'to', message: 'is its organisation already' }]);
  const entry = nextEntry(incident);
  const readers = [...new Set([...entry.readers, ...inMode(roomsOf(target, incident), incident.exercise)])];
  return {
    events: [{ ...entry, readers, type: 'incident.transferred', from: incident.org, to: target.id, toName: target.name, reason: order.reason }],
    refs: { incident: incident.id },
  };
}

/** Who sees what is a new owner's: it and everything above it. Of what is restricted, its leaders and duty only. */
function roomsOf({ id, parent }: Organisation, { sensitive, place }: Incident): string[] {
  if (sensitive) return [`lead:${id}`];
  if (!/^\d+$/.test(id)) return [`org:${id}`, ...(parent ? [`org:${parent}`] : [])];
  return (cityOf(id) === cityOf(place.adcode) ? regionChain(id) : [id]).map((org) => `org:${org}`);
}
