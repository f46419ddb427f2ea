import type { Order } from '#shared/catalogue.ts';
import type { Answer, Refused } from '#shared/order.ts';
import { vaultGroupOf } from '#shared/contact/policy.ts';
import { refuse } from '#shared/refusal.ts';
import type { Seat } from '#shared/seat.ts';
import { isStoreAway } from '#server/store/is-store-away.ts';
import { openTurnsByKey } from '#server/turns-by-key.ts';
import type { Vault } from '#server/vault/vault.ts';

/** Orders that carry names and numbers. */
type Personal = Extract<Order, { type: 'person.record' | 'contact.save' }>;

export const isPersonal = (order: Order): order is Personal => order.type === 'person.record' || order.type === 'contact.save';

/** Whose key seals it: an incident's, or a contact's own. */
const groupOf = ({ id, ...order }: Personal): string =>
  order.type === 'person.record' ? order.payload.incidentId : vaultGroupOf(order.payload.contactId ?? id);

export interface PersonalDeps {
  vault: Pick<Vault, 'keep' | 'open' | 'forget' | 'destroy'>;
  /** Under which name a contact's values are in the vault now. */
  sealOf(contactId: string): string | undefined;
  /** Throws the refusal that the order would get: nothing is kept, and no key is made, for whoever may not record it. */
  check(order: Personal, seat: Seat): Promise<void>;
  /** What became of an order of this actor, if it is in the journal. */
  outcome(orderId: string, seat: Seat): Promise<Answer | null>;
}

/** After these the order may be in the journal all the same: what is in the vault stays, and a start sorts it out. */
const UNSURE: readonly Refused['code'][] = ['store-unavailable', 'disk-low', 'internal', 'too-many-orders', 'order-id-reused'];

/**
 * Lets orders with personal data pass the vault on their way: names and numbers are sealed before the journal is written,
 * and destroyed before a purge is answered.
 */
export function passVault({ vault, sealOf, check, outcome }: PersonalDeps) {
  /** The same order twice at once: the second finds what the first has left. */
  const inTurn = openTurnsByKey();

  async function record(order: Personal, seat: Seat, accept: (digest: string) => Promise<Answer> | Answer): Promise<Answer> {
    try {
      await check(order, seat);
    } catch (error) {
      // It was taken before, and since then the seat or the data is gone.
      const first = await outcome(order.id, seat);
      if (first) return first;
      throw error;
    }
    const { name, phone } = order.payload;
    const before = order.type === 'contact.save' && order.payload.contactId !== undefined ? sealOf(order.payload.contactId) : undefined;
    const known = before === undefined || before === order.id ? {} : await asStore(() => vault.open(before));
    const plain = { ...known, ...(name === undefined ? {} : { name }), ...(phone === undefined ? {} : { phone }) };
    const kept = await asStore(() => vault.keep({ id: order.id, group: groupOf(order), plain, content: [order.type, order.payload] }));
    const answer = await accept(kept.digest);
    if (!answer.ok && !UNSURE.includes(answer.code)) await asStore(kept.undo);
    if (answer.ok && order.type === 'contact.save') await tidy(order, before);
    return answer;
  }

  /** What was replaced is of no use to anybody any more; neither is an old order that came again after it was replaced. */
  async function tidy({ id, payload }: Extract<Personal, { type: 'contact.save' }>, before: string | undefined): Promise<void> {
    const now = sealOf(payload.contactId ?? id);
    if (now !== id) await asStore(() => vault.forget(id));
    else if (before !== undefined && before !== id) await asStore(() => vault.forget(before));
  }

  return {
    record: (order: Personal, seat: Seat, accept: (digest: string) => Promise<Answer> | Answer): Promise<Answer> =>
      inTurn(order.id, () => record(order, seat, accept)),
    /** Answered when the key is gone. Sent again, it goes again. */
    async purged(group: string, answer: Answer): Promise<Answer> {
      if (answer.ok) await asStore(() => vault.destroy(group));
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
