import type { Order } from '#shared/catalogue.ts';
import type { Answer, Refused } from '#shared/order.ts';
import { refuse } from '#shared/refusal.ts';
import type { Seat } from '#shared/seat.ts';
import { isStoreAway } from '#server/store/is-store-away.ts';
import type { Vault } from '#server/vault/vault.ts';

type Record = Extract<Order, { type: 'person.record' }>;

export interface PersonalDeps {
  vault: Pick<Vault, 'keep' | 'destroy'>;
  /** Throws the refusal that the order would get: nothing is kept, and no key is made, for whoever may not record it. */
  check(order: Record, seat: Seat): Promise<void>;
  /** What became of an order of this actor, if it is in the journal. */
  outcome(orderId: string, seat: Seat): Promise<Answer | null>;
}

/** After these the order may be in the journal all the same: what is in the vault stays, and a start sorts it out. */
const UNSURE: readonly Refused['code'][] = ['store-unavailable', 'disk-low', 'internal', 'too-many-orders', 'order-id-reused'];

/**
 * Lets orders with personal data pass the vault on their way: names and numbers are sealed before the journal is written,
 * and destroyed before a purge is answered.
 */
export function passVault({ vault, check, outcome }: PersonalDeps) {
  const turns = new Map<string, Promise<unknown>>();

  /** The same order twice at once: the second finds what the first has left. */
  async function inTurn<T>(id: string, work: () => Promise<T>): Promise<T> {
    const turn = (turns.get(id) ?? Promise.resolve()).then(work, work);
    turns.set(id, turn);
    try {
      return await turn;
    } finally {
      if (turns.get(id) === turn) turns.delete(id);
    }
  }

  async function record(order: Record, seat: Seat, accept: (digest: string) => Promise<Answer> | Answer): Promise<Answer> {
    try {
      await check(order, seat);
    } catch (error) {
      // It was taken before, and since then the seat or the data is gone.
      const first = await outcome(order.id, seat);
      if (first) return first;
      throw error;
    }
    const { incidentId, name, phone } = order.payload;
    const plain = { ...(name === undefined ? {} : { name }), ...(phone === undefined ? {} : { phone }) };
    const kept = await asStore(() => vault.keep({ id: order.id, incidentId, plain, content: [order.type, order.payload] }));
    const answer = await accept(kept.digest);
    if (!answer.ok && !UNSURE.includes(answer.code)) await asStore(kept.undo);
    return answer;
  }

  return {
    record: (order: Record, seat: Seat, accept: (digest: string) => Promise<Answer> | Answer): Promise<Answer> =>
      inTurn(order.id, () => record(order, seat, accept)),
    /** Answered when the key is gone. Sent again, it goes again. */
    async purged(incidentId: string, answer: Answer): Promise<Answer> {
      if (answer.ok) await asStore(() => vault.destroy(incidentId));
      return answer;
    },
  };
}

async function asStore<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isStoreAway(error)) refuse('store-unavailable', 'The store is away. The order is not known to be recorded: send it again with the same id.');
    throw error;
  }
}
