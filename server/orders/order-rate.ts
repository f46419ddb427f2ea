import type { Refused } from '#shared/order.ts';
import type { Clock } from '#server/ports.ts';

const BURST_SECONDS = 4;
const FORGET_AFTER = 10_000;

export interface OrderRate {
  /** Counts an order of this actor; the refusal when it is one too many. */
  take(actor: string): Refused | null;
}

/** A bucket of tokens for each actor: bursts of a few seconds pass, a flood does not. */
export function openOrderRate(perSecond: number, clock: Clock): OrderRate {
  const buckets = new Map<string, { tokens: number; at: number }>();
  const most = perSecond * BURST_SECONDS;
  return {
    take(actor) {
      const now = clock.now().getTime();
      const bucket = buckets.get(actor) ?? { tokens: most, at: now };
      const tokens = Math.min(most, bucket.tokens + (Math.max(0, now - bucket.at) / 1000) * perSecond);
      if (buckets.size > FORGET_AFTER) buckets.clear();
      buckets.set(actor, { tokens: Math.max(0, tokens - 1), at: now });
      return tokens >= 1 ? null : { ok: false, code: 'too-many-orders', message: 'Too many orders at once. Send the same order again in a moment.' };
    },
  };
}
