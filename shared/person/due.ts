import type { Due } from '#shared/clockwork.ts';
import { addMinutes } from '#shared/time.ts';
import type { Custody } from './state.ts';

const MINUTES_PER_DAY = 24 * 60;
const BY_RULE = '办结后保存期限届满，依法销毁';

/** So many days after closing, or when a hold ends, personal data is destroyed. */
export function dueOfCustody({ id, closedAt, heldUntil }: Custody, retentionDays: number): Due[] {
  if (closedAt === undefined) return [];
  const kept = addMinutes(closedAt, retentionDays * MINUTES_PER_DAY);
  const at = heldUntil !== undefined && heldUntil > kept ? heldUntil : kept;
  return [{ rule: 'person.purge', at, order: { type: 'person.purge', payload: { incidentId: id, reason: BY_RULE } } }];
}
