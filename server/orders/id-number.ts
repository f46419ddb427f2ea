import type { Order } from '#shared/catalogue.ts';
import { minorUntilOf } from '#shared/team/age.ts';
import type { Clock } from '#server/ports.ts';
import type { Vault } from '#server/vault/vault.ts';

/** Only the server reads an id number, for who it is and whether of age: what was sent as such counts for nothing. */
export function withPersonKey(order: Order, vault: Pick<Vault, 'personKey'>, clock: Pick<Clock, 'now'>): Order {
  if (order.type !== 'member.save') return order;
  const { personKey: _key, minorUntil: _until, ...payload } = order.payload;
  if (payload.idNo === undefined) return { ...order, payload };
  const minorUntil = minorUntilOf(payload.idNo, clock.now().toISOString());
  return { ...order, payload: { ...payload, personKey: vault.personKey(payload.idNo), ...(minorUntil === undefined ? {} : { minorUntil }) } };
}
