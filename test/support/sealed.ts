import type { Commit } from '#shared/commit.ts';
import { authorOf } from '#shared/seat.ts';
import { GENESIS, hashOf } from '#server/journal/chain.ts';
import { yuduDuty } from './seats.ts';

/** A chain of commits that touch nothing, each sealed upon the one before. */
export function sealed(count: number, from: { seq: number; hash: string } = { seq: 0, hash: GENESIS }, over: Partial<Commit> = {}): Commit[] {
  const chain: Commit[] = [];
  for (let i = 1; i <= count; i += 1) {
    const last = chain.at(-1) ?? from;
    const seq = last.seq + 1;
    const unsealed = {
      seq,
      order: { id: `order-${seq}`, type: 'seat.revoke', digest: 'd' },
      actor: authorOf(yuduDuty.actor),
      at: '2026-06-01T02:00:00.000Z',
      events: [{ type: 'seat.revoked', userId: 'u', reason: 'disabled' }],
      refs: { user: 'u' },
      streams: [`order/order-${seq}@1`],
      ...over,
      prev: last.hash,
    } satisfies Omit<Commit, 'hash'>;
    chain.push({ ...unsealed, hash: hashOf(unsealed) });
  }
  return chain;
}
