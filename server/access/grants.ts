import type { Payload } from '#shared/catalogue.ts';
import type { Answer } from '#shared/order.ts';
import type { Seat } from '#shared/seat.ts';
import type { Ids } from '#server/ports.ts';
import { refusedOrder } from './access-error.ts';
import type { Placement } from './placement.ts';

/** As much of the orders as is needed here. */
export interface SubmitOrder {
  submit(envelope: unknown, seat: Seat): Promise<Answer>;
}

type Reason = Payload<'seat.revoke'>['reason'];

/** Puts what happens to an account into the journal, by its id only; a refusal is thrown. */
export function createGrants(orders: SubmitOrder, ids: Ids) {
  async function give<T extends 'organisation.add' | 'seat.grant' | 'seat.revoke'>(type: T, payload: Payload<T>, by: Seat): Promise<Answer> {
    const answer = await orders.submit({ id: ids.next(), type, payload }, by);
    // Someone else added it meanwhile, which is just as well.
    if (!answer.ok && answer.code !== 'organisation.exists') throw refusedOrder(answer);
    return answer;
  }

  return {
    async seat(userId: string, { role, org, team, missing }: Placement, by: Seat): Promise<void> {
      for (const organisation of missing) await give('organisation.add', organisation, by);
      await give('seat.grant', { userId, role, org, ...(team === undefined ? {} : { team }) }, by);
    },
    async revoke(userId: string, reason: Reason, by: Seat): Promise<void> {
      await give('seat.revoke', { userId, reason }, by);
    },
  };
}
