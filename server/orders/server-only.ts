import type { OrderType } from '#shared/catalogue.ts';

/** Orders that only the server itself gives. */
export const SERVER_ONLY: ReadonlySet<string> = new Set<OrderType>([
  'claim.archive',
  'contact.reveal',
  'dispatch.archive',
  'dispatch.certify',
  'dispatch.escalate',
  'dispatch.lapse',
  'dispatch.welfare-missed',
  'duty.alarm',
  'duty.archive',
  'file.attach',
  'incident.archive',
  'instruction.climb',
  'member.reveal',
  'member.warn',
  'person.reveal',
  'report.lapse',
  'rulebook.found',
  'seat.grant',
  'seat.revoke',
  'sketch.archive',
  'team.expire',
  'team.reveal',
  'team.warn',
]);
