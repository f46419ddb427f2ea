import type { Due } from '#shared/clockwork.ts';
import { addMinutes } from '#shared/time.ts';
import { isOnPost, KEPT_DAYS, RELIEF_LATE_MINUTES } from './policy.ts';
import type { Shift } from './state.ts';

const MINUTES_PER_DAY = 24 * 60;

/** A post that did not change hands in time is told to the leader; a shift long past leaves what is at hand. */
export function dueOfShift(shift: Shift): Due[] {
  const { id: shiftId, from, to, closedAt, status, reliefLateAt } = shift;
  const dues: Due[] = [];
  if (status !== 'closed' && reliefLateAt === undefined)
    dues.push({ rule: 'duty.alarm', at: addMinutes(isOnPost(shift) ? to : from, RELIEF_LATE_MINUTES), order: { type: 'duty.alarm', payload: { shiftId } } });
  if (!isOnPost(shift))
    dues.push({ rule: 'duty.archive', at: addMinutes(closedAt ?? to, KEPT_DAYS * MINUTES_PER_DAY), order: { type: 'duty.archive', payload: { shiftId } } });
  return dues;
}
