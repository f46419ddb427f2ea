import { CategoryCode, Level } from '#shared/dispatch/orders.ts';
import { mayDispatch } from '#shared/dispatch/policy.ts';
import { COUNTIES } from '#shared/ganzhou.ts';
import { Latitude, Longitude } from '#shared/geo.ts';
import { refuse } from '#shared/refusal.ts';
import { CATEGORIES } from '#shared/team/category.ts';
import { Router } from 'express';
import { z } from 'zod';
import { signedInOf } from '#server/access/guard.ts';
import type { Core } from '#server/core.ts';
import { forceAt, forceByCounty } from '#server/recommend/readiness.ts';
import { query } from './query.ts';
import { handle } from './send.ts';

const number = (schema: z.ZodNumber) => z.coerce.number().pipe(schema).optional();

/** A place, a county (its seat is meant), or neither: then every county. Without a capability, each of them. */
export const ReadinessAsked = z
  .strictObject({
    capability: CategoryCode.optional(),
    minLevel: z.coerce.number().pipe(Level).optional(),
    lng: number(Longitude),
    lat: number(Latitude),
    county: z.enum(COUNTIES.map(([adcode]) => adcode)).optional(),
    exercise: z.enum(['true', 'false']).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(20),
  })
  .refine(({ lng, lat }) => (lng === undefined) === (lat === undefined), { path: ['lat'], message: 'a place has both lng and lat' })
  .refine(({ lng, county }) => lng === undefined || county === undefined, { path: ['county'], message: 'is asked instead of a place' });

/** The joint force: who could be where within one, two and four hours. */
export function readinessRoutes(core: Core): Router {
  const router = Router();
  router.get(
    '/teams/readiness',
    handle(async (req, res) => {
      if (!mayDispatch(signedInOf(res).seat.actor)) refuse('not-permitted', 'Only who dispatches teams is told what force there is.');
      const { capability, minLevel, lng, lat, county, exercise, limit } = query(ReadinessAsked, req);
      const { world, recommender } = core;
      const at = core.clock.now().toISOString();
      const seat = COUNTIES.find(([adcode]) => adcode === county);
      const place = lng !== undefined && lat !== undefined ? { lng, lat } : seat && { lng: seat[3], lat: seat[4] };
      const forces: object[] = [];
      for (const category of capability === undefined ? CATEGORIES : [capability]) {
        const asked = { capability: { category, ...(minLevel === undefined ? {} : { minLevel }) }, exercise: exercise === 'true' };
        const found = place
          ? await forceAt(world, recommender, { ...asked, place, limit }, at)
          : { counties: await forceByCounty(world, recommender, asked, at) };
        forces.push({ category, ...found });
      }
      res.json({ at, ...(place ? { place } : {}), forces });
    }),
  );
  return router;
}
