import { reportLevelOf } from '#shared/report/policy.ts';
import type { Actor } from '#shared/seat.ts';
import { mayReceive } from './policy.ts';
import type { Incident } from './state.ts';

/** Whether it was transferred to this organisation and nobody there has taken note of it yet. */
export function isHandedTo({ transfers = [] }: Pick<Incident, 'transfers'>, org: string): boolean {
  const last = transfers.at(-1);
  return last !== undefined && last.to === org && last.takenAt === undefined;
}

/** 待接报: whether a seat has still to say that its level knows of the incident, or that it has taken over what was transferred to it. */
export function awaitsReceipt(incident: Incident, actor: Actor): boolean {
  const level = reportLevelOf(actor);
  if (incident.status !== 'open' || level === undefined || !mayReceive(actor)) return false;
  return incident.received?.[level] === undefined || isHandedTo(incident, actor.org);
}
