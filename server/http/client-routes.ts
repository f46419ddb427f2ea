import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import express, { Router } from 'express';
import { compressedFiles } from './compressed-files.ts';

const BUILT = path.resolve('dist/client');
const DAY_MS = 24 * 3600 * 1000;
const YEAR_MS = 365 * DAY_MS;

/** The built client. Files with a hash in their name never change; a page is asked for anew each time. */
export function clientRoutes(): Router {
  const router = Router();
  router.use(
    '/assets',
    compressedFiles(path.join(BUILT, 'assets')),
    express.static(path.join(BUILT, 'assets'), { immutable: true, maxAge: YEAR_MS, index: false, fallthrough: false }),
  );
  router.use(express.static(BUILT, { index: false, maxAge: 0 }));
  router.get('/village', page('village.html'));
  router.get('/team', page('team.html'));
  router.get('/{*path}', page('index.html'));
  return router;
}

/** Map files that the operator put into `<DATA_DIR>/tiles`. A PMTiles file is read in pieces, by Range. */
export function tilesRoute(dataDir: string): express.RequestHandler {
  return express.static(path.resolve(dataDir, 'tiles'), { index: false, fallthrough: false, maxAge: DAY_MS });
}

function page(name: string): express.RequestHandler {
  const file = path.join(BUILT, name);
  return (_req, res) => {
    if (!existsSync(file)) return void res.status(503).type('text').send('The client is not built yet: run `npm run build`.\n');
    res.set('Cache-Control', 'no-cache').type('html').send(readFileSync(file));
  };
}
