import type { OrderType } from '#shared/catalogue.ts';

/** Orders that only the server itself gives. */
export const SERVER_ONLY: ReadonlySet<string> = new Set<OrderType>([
  'alert.archive',
  'alert.climb',
  'alert.expire',
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
  'person.reveal',
  'report.lapse',
  'rulebook.found',
  'seat.grant',
  'seat.revoke',
  'sketch.archive',
  'team.expire',
  'team.warn',
]);
