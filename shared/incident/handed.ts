import { reportLevelOf } from '#shared/report/policy.ts';
import type { ReportLevel } from '#shared/report/deadline.ts';
import type { Actor, Author } from '#shared/seat.ts';
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
  const taken = incident.received?.[level];
  return taken === undefined || !saidByLevel(taken, level) || isHandedTo(incident, actor.org);
}

/** Whether a level itself says that it knows: whoever told it by phone may have said so for it. */
export const saidByLevel = ({ by }: { by: Author }, level: ReportLevel): boolean => reportLevelOf(by) === level;
