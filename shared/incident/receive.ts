import type { z } from 'zod';
import { claimedAt } from '#shared/claimed.ts';
import type { Decided } from '#shared/decide.ts';
import { refuse } from '#shared/refusal.ts';
import { reportLevelOf } from '#shared/report/policy.ts';
import type { Actor } from '#shared/seat.ts';
import { openOnly } from './checks.ts';
import { nextEntry } from './entry.ts';
import { awaitsReceipt } from './handed.ts';
import type { EscalateIncident, ReceiveIncident } from './orders.ts';
import { mayReceive, maySkipLevel } from './policy.ts';
import type { Incident } from './state.ts';

/** A level takes note of an incident, once; and so does whoever it was transferred to. */
export function decideReceive(incident: Incident, order: z.infer<typeof ReceiveIncident>, actor: Actor, now: string): Decided {
  const level = reportLevelOf(actor);
  if (level === undefined || !mayReceive(actor)) return refuse('not-permitted', 'The duty office of a level takes note of an incident.');
  openOnly(incident);
  if (!awaitsReceipt(incident, actor)) refuse('incident.received', 'This level has taken note of it already.');
  const at = claimedAt(order.receivedAt, now, 'receivedAt');
  return { events: [{ ...nextEntry(incident), type: 'incident.received', level, at }], refs: { incident: incident.id } };
}

/** Straight to the city, past the level between, which sees it all the same (ERL art. 17). */
export function decideEscalate(incident: Incident, order: z.infer<typeof EscalateIncident>, actor: Actor): Decided {
  const from = reportLevelOf(actor);
  if (from === undefined || !maySkipLevel(actor)) return refuse('not-permitted', 'Only a village or a township skips a level.');
  openOnly(incident);
  if (incident.skipLevel) refuse('incident.escalated', 'It was reported straight to the city already.');
  return { events: [{ ...nextEntry(incident), type: 'incident.escalated', from, org: actor.org, reason: order.reason }], refs: { incident: incident.id } };
}
