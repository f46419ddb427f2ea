import { refuse } from '#shared/refusal.ts';
import { Router } from 'express';
import { z } from 'zod';
import { signedInOf } from '#server/access/guard.ts';
import type { Core } from '#server/core.ts';
import { LANGUAGES } from '#server/notify/notices.ts';
import { detailsOf } from '#server/orders/parse.ts';
import { query } from './query.ts';
import { handle } from './send.ts';

/** As a browser's PushSubscription says it. */
export const Subscribe = z.strictObject({
  endpoint: z.string().max(1000),
  expirationTime: z.number().nullish(),
  keys: z.strictObject({
    p256dh: z.string().regex(/^[A-Za-z0-9_-]{87}=?$/, 'is not a key of a browser'),
    auth: z.string().regex(/^[A-Za-z0-9_-]{22}={0,2}$/, 'is not a secret of a browser'),
  }),
  language: z.enum(LANGUAGES).default('zh-CN'),
});
export const Unsubscribe = z.strictObject({ endpoint: z.string().max(1000) });
export const LogAsked = z.strictObject({ limit: z.coerce.number().int().min(1).max(500).default(100) });

/** Messages to a team's devices while no screen of ours is open. */
export function pushRoutes({ notify }: Core): Router {
  const router = Router();
  router.get('/push/key', (_req, res) => void res.json({ key: notify.key }));
  router.post(
    '/push/subscriptions',
    handle(async (req, res) => {
      await notify.subscribe(signedInOf(res), bodyOf(Subscribe, req.body));
      res.status(201).json({ ok: true });
    }),
  );
  router.delete(
    '/push/subscriptions',
    handle(async (req, res) => {
      await notify.unsubscribe(signedInOf(res), bodyOf(Unsubscribe, req.body).endpoint);
      res.json({ ok: true });
    }),
  );
  router.get(
    '/notifications',
    handle(async (req, res) => {
      if (signedInOf(res).seat.actor.role !== 'administrator') refuse('not-permitted', 'The administrator reads what became of messages.');
      const found = await notify.log(query(LogAsked, req).limit);
      res.json({ deliveries: found.map(({ _id: id, ...delivery }) => ({ id, ...delivery })), counts: notify.counts() });
    }),
  );
  return router;
}

function bodyOf<T>(schema: z.ZodType<T>, body: unknown): T {
  const said = schema.safeParse(body);
  return said.success ? said.data : refuse('invalid', 'The request is not valid.', detailsOf(said.error));
}
