import { addMinutes, minutesBetween } from '#shared/time.ts';
import { reachedAt, type Mission } from './mission.ts';

const DAY_MINUTES = 24 * 60;

/** Hours of a mission within the last 24: from setting out, or being there, until its people are home. */
export function hoursWorked(mission: Pick<Mission, 'steps'>, now: string): number {
  const from = reachedAt(mission, 'en_route') ?? reachedAt(mission, 'checked_in');
  if (from === undefined) return 0;
  const since = addMinutes(now, -DAY_MINUTES);
  const until = reachedAt(mission, 'returned') ?? reachedAt(mission, 'declined') ?? now;
  return Math.max(0, minutesBetween(from > since ? from : since, until < now ? until : now)) / 60;
}
