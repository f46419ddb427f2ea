import type { Payload } from '#shared/catalogue.ts';
import { addMinutes } from '#shared/time.ts';
import { aWarning, fresh } from './alert-cases.ts';
import { given, idOf, NOW, past, type PastOrder, type There } from './given.ts';
import { ORGANISATIONS, yuduDuty, yuduLeader } from './seats.ts';

/** A county that warns of a flash flood, order by order. */
export const ALERT = idOf(1);
export const organisations: There[] = ORGANISATIONS.map((doc) => ({ kind: 'organisation', doc }));
export const warning = (over: Partial<Payload<'alert.draft'>> = {}): Payload<'alert.draft'> =>
  aWarning({ startAt: addMinutes(NOW, 60), expectedEnd: addMinutes(NOW, 720), ...over });
export const draft = (over: Partial<Payload<'alert.draft'>> = {}, seat = yuduDuty): PastOrder => past(seat, 'alert.draft', warning(over), { id: ALERT });
export const leader = fresh(yuduLeader, NOW);
export const approve = (seat = leader, at = NOW): PastOrder => past(seat, 'alert.approve', { alertId: ALERT, revision: 1 }, { id: idOf(2), at });
export const issue = (over: Partial<Payload<'alert.issue'>> = {}): PastOrder =>
  past(yuduDuty, 'alert.issue', { alertId: ALERT, revision: 1, ...over }, { id: idOf(3) });
export const inForce = (over: Partial<Payload<'alert.draft'>> = {}) => given(...organisations, draft(over), approve(), issue());
