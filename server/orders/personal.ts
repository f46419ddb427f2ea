import type { Order } from '#shared/catalogue.ts';
import type { Answer, Refused } from '#shared/order.ts';
import { vaultGroupOf } from '#shared/contact/policy.ts';
import { refuse } from '#shared/refusal.ts';
import type { Seat } from '#shared/seat.ts';
import { isStoreAway } from '#server/store/is-store-away.ts';
import { openTurnsByKey } from '#server/turns-by-key.ts';
import { appliedBy, memberVaultGroup, teamVaultGroup } from '#shared/team/policy.ts';
import type { Plain, Vault } from '#server/vault/vault.ts';

/** Orders that carry names and numbers. */
const PERSONAL = ['person.record', 'contact.save', 'team.apply', 'team.update', 'member.save'] as const;
type Personal = Extract<Order, { type: (typeof PERSONAL)[number] }>;

export const isPersonal = (order: Order): order is Personal => PERSONAL.some((type) => type === order.type);

/** Whose key seals it: an incident's, or a contact's, a team's or a member's own. */
function groupOf({ id, ...order }: Personal, seat: Seat): string {
  switch (order.type) {
    case 'person.record':
      return order.payload.incidentId;
    case 'contact.save':
      return vaultGroupOf(order.payload.contactId ?? id);
    case 'team.apply':
      return teamVaultGroup(appliedBy(order.payload, seat.actor));
    case 'team.update':
      return teamVaultGroup(order.payload.teamId);
    case 'member.save':
      return memberVaultGroup(order.payload.memberId ?? id);
    default:
      return order satisfies never;
  }
}

/** The document whose plain values an order replaces. */
function replaced({ id, ...order }: Personal, seat: Seat): { kind: 'contact' | 'team' | 'member'; id: string } | undefined {
  switch (order.type) {
    case 'person.record':
      return undefined;
    case 'contact.save':
      return { kind: 'contact', id: order.payload.contactId ?? id };
    case 'team.apply':
      return { kind: 'team', id: appliedBy(order.payload, seat.actor) };
    case 'team.update':
      return { kind: 'team', id: order.payload.teamId };
    case 'member.save':
      return { kind: 'member', id: order.payload.memberId ?? id };
    default:
      return order satisfies never;
  }
}

function plainOf(order: Personal): Plain {
  const given: Partial<Record<keyof Plain, string | undefined>> =
    order.type === 'team.apply' || order.type === 'team.update' ? (order.payload.leader ?? {}) : order.payload;
  return Object.fromEntries(FIELDS.flatMap((field) => (given[field] === undefined ? [] : [[field, given[field]]])));
}
const FIELDS = ['name', 'phone', 'idNo', 'blood'] as const satisfies readonly (keyof Plain)[];

export interface PersonalDeps {
  vault: Pick<Vault, 'keep' | 'open' | 'forget' | 'destroy'>;
  /** Under which name the values of a contact, a team's leader or a member are in the vault now. */
  sealOf(kind: 'contact' | 'team' | 'member', id: string): string | undefined;
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
    const of = replaced(order, seat);
    const before = of && sealOf(of.kind, of.id);
    const known = before === undefined || before === order.id ? {} : await asStore(() => vault.open(before));
    const plain = { ...known, ...plainOf(order) };
    const kept = await asStore(() => vault.keep({ id: order.id, group: groupOf(order, seat), plain, content: [order.type, order.payload] }));
    const answer = await accept(kept.digest);
    if (!answer.ok && !UNSURE.includes(answer.code)) await asStore(kept.undo);
    if (answer.ok && of) await tidy(order.id, of, before);
    return answer;
  }

  /** What was replaced is of no use to anybody any more; neither is an old order that came again after it was replaced. */
  async function tidy(id: string, of: NonNullable<ReturnType<typeof replaced>>, before: string | undefined): Promise<void> {
    const now = sealOf(of.kind, of.id);
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
