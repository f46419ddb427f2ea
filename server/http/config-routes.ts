import { Router } from 'express';
import type { Core } from '#server/core.ts';
import { version } from '#server/version.ts';

/** What a client must know before anybody has signed in. */
export function configRoutes({ config }: Core): Router {
  const router = Router();
  router.get('/config', (_req, res) => {
    res.json({ region: config.REGION, timeZone: config.TIME_ZONE, version, map: { layers: config.MAP_LAYERS }, languages: ['zh-CN', 'en'] });
  });
  return router;
}
