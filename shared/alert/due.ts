import type { Due } from '#shared/clockwork.ts';
import { addMinutes } from '#shared/time.ts';
import { climbAt, type Alert } from './state.ts';

/** The next post of the organisation itself, its leader, the duty office above. */
export const RUNGS = 3;

/** An alert in force runs out, climbs where nobody answers, and leaves what is active some time after it has ended. */
export function dueOfAlert(alert: Alert, archiveAfterHours: number): Due[] {
  const { id: alertId, status, content, answering, climbed, ended } = alert;
  if (ended) return [{ rule: 'alert.archive', at: addMinutes(ended.at, archiveAfterHours * 60), order: { type: 'alert.archive', payload: { alertId } } }];
  if (status !== 'issued') return [];
  const due: Due[] = [];
  if (content?.expectedEnd !== undefined) due.push({ rule: 'alert.expire', at: content.expectedEnd, order: { type: 'alert.expire', payload: { alertId } } });
  if (answering.answered < answering.asked && climbed < RUNGS) {
    due.push({ rule: 'alert.climb', at: climbAt(alert), order: { type: 'alert.climb', payload: { alertId, rung: climbed + 1 } } });
  }
  return due;
}
