import { CategoryCode, Level } from '#shared/dispatch/orders.ts';
import { mayDispatch } from '#shared/dispatch/policy.ts';
import { Latitude, Longitude } from '#shared/geo.ts';
import { refuse } from '#shared/refusal.ts';
import { Router } from 'express';
import { z } from 'zod';
import { signedInOf } from '#server/access/guard.ts';
import type { Core } from '#server/core.ts';
import { query } from './query.ts';
import { handle } from './send.ts';

const number = (schema: z.ZodNumber) => z.coerce.number().pipe(schema);

/** What a need is asked with before it is stated. */
export const CandidatesAsked = z.strictObject({
  category: CategoryCode,
  minLevel: z.coerce.number().pipe(Level).optional(),
  lng: number(Longitude),
  lat: number(Latitude),
  exercise: z.enum(['true', 'false']).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(20),
});

/** Which teams fit a need, before anybody is asked. */
export function dispatchRoutes(core: Core): Router {
  const router = Router();
  router.get(
    '/dispatches/candidates',
    handle((req, res) => {
      if (!mayDispatch(signedInOf(res).seat.actor)) refuse('not-permitted', 'Only who dispatches teams is told which ones fit.');
      const { category, minLevel, lng, lat, exercise, limit } = query(CandidatesAsked, req);
      const need = { capability: { category, ...(minLevel === undefined ? {} : { minLevel }) }, staging: { lng, lat }, exercise: exercise === 'true' };
      res.json(core.recommender.recommend(need, limit, core.clock.now().toISOString()));
      return Promise.resolve();
    }),
  );
  return router;
}
