import type { z } from 'zod';
import { claimedAt } from '#shared/claimed.ts';
import type { Decided } from '#shared/decide.ts';
import { refuse } from '#shared/refusal.ts';
import { reportLevelOf } from '#shared/report/policy.ts';
import type { Actor } from '#shared/seat.ts';
import { nextEntry } from './entry.ts';
import type { ReceiveIncident } from './orders.ts';
import { mayReceive } from './policy.ts';
import type { Incident } from './state.ts';

/** A level takes note of an incident, once. */
export function decideReceive(incident: Incident, order: z.infer<typeof ReceiveIncident>, actor: Actor, now: string): Decided {
  const level = reportLevelOf(actor);
  if (level === undefined || !mayReceive(actor)) return refuse('not-permitted', 'The duty office of a level takes note of an incident.');
  if (incident.status === 'closed') refuse('incident.closed', `Incident ${incident.number} is closed.`);
  if (incident.received?.[level]) refuse('incident.received', 'This level has taken note of it already.');
  const at = claimedAt(order.receivedAt, now, 'receivedAt');
  return { events: [{ ...nextEntry(incident), type: 'incident.received', level, at }], refs: { incident: incident.id } };
}
