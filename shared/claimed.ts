import { refuse } from './refusal.ts';
import { addMinutes, normaliseInstant } from './time.ts';

/** Ahead of the server's clock by so much, a claimed time is a slip of the pen. */
const CLOCK_TOLERANCE_MINUTES = 10;

/** A time that somebody claims, normalised; now where none is given. One that has not come yet is refused, named by its path. */
export function claimedAt(claimed: string | undefined, now: string, path = 'at'): string {
  if (claimed === undefined) return now;
  const instant = normaliseInstant(claimed);
  if (instant > addMinutes(now, CLOCK_TOLERANCE_MINUTES)) refuse('invalid', `${path} lies in the future.`, [{ path, message: 'lies in the future' }]);
  return instant;
}
