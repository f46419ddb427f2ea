import type { Due } from '#shared/clockwork.ts';
import { addMinutes } from '#shared/time.ts';
import { CLAIM_KEPT_DAYS } from './policy.ts';
import type { Claim } from './state.ts';

/** What is paid or rejected stays at hand for a while. */
export function dueOfClaim({ id: claimId, state, steps }: Claim): Due[] {
  const last = steps.at(-1)?.at;
  if ((state !== 'paid' && state !== 'rejected') || last === undefined) return [];
  return [{ rule: 'claim.archive', at: addMinutes(last, CLAIM_KEPT_DAYS * 24 * 60), order: { type: 'claim.archive', payload: { claimId } } }];
}
