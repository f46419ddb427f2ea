import { Router } from 'express';
import type { Core } from '#server/core.ts';
import { version } from '#server/version.ts';

/** What a client must know before anybody has signed in. */
export function configRoutes({ config }: Core): Router {
  const router = Router();
  router.get('/config', (_req, res) => {
    const { REGION: region, TIME_ZONE: timeZone, MAP_LAYERS: layers, TEAM_APPLICATIONS: applications } = config;
    res.json({ region, timeZone, version, map: { layers }, languages: ['zh-CN', 'en'], applications });
  });
  return router;
}
