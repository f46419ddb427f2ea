import { OrderId } from '#shared/order.ts';
import { Router } from 'express';
import { signedInOf } from '#server/access/guard.ts';
import type { Core } from '#server/core.ts';
import type { OrderRate } from '#server/orders/order-rate.ts';
import { handle, sendAnswer, sendError } from './send.ts';

export function ordersRoutes({ orders }: Pick<Core, 'orders'>, rate: OrderRate): Router {
  const router = Router();
  router.post(
    '/orders',
    handle(async (req, res) => {
      const { seat } = signedInOf(res);
      const tooMany = rate.take(seat.actor.id);
      sendAnswer(res, tooMany ?? (await orders.receive(req.body, seat)));
    }),
  );
  router.get(
    '/orders/:id',
    handle(async (req, res) => {
      const id = OrderId.safeParse(req.params['id']);
      const answer = id.success ? await orders.outcome(id.data, signedInOf(res).seat) : null;
      if (answer?.ok) res.json({ status: 'applied', ...answer });
      else sendError(res, 404, 'never-seen', 'No such order of yours has been recorded.');
    }),
  );
  return router;
}
