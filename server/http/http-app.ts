import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import { pinoHttp } from 'pino-http';
import { guard, sameOriginOnly } from '#server/access/guard.ts';
import { accessRoutes } from '#server/access/routes.ts';
import { allowedOrigins } from '#server/config.ts';
import type { Core } from '#server/core.ts';
import type { Feed } from '#server/feed/feed.ts';
import type { Snapshots } from '#server/feed/snapshots.ts';
import type { FenghuoServer } from '#server/feed/sockets.ts';
import type { OrderRate } from '#server/orders/order-rate.ts';
import { docsPage, openApiRoute } from './api-docs.ts';
import { applicationRoutes } from './application-routes.ts';
import { auditRoutes } from './audit-routes.ts';
import { clientRoutes, tilesRoute } from './client-routes.ts';
import { configRoutes } from './config-routes.ts';
import { contactRoutes } from './contact-routes.ts';
import { dispatchRoutes } from './dispatch-routes.ts';
import { documentRoutes } from './document-routes.ts';
import { deadlineRoutes } from './deadline-routes.ts';
import { exportRoutes } from './export-routes.ts';
import { fileRoutes } from './file-routes.ts';
import { formRoutes } from './form-routes.ts';
import { geojsonRoutes } from './geojson-routes.ts';
import { healthRoutes } from './health-routes.ts';
import { historyRoutes } from './history-routes.ts';
import { missionRoutes } from './mission-routes.ts';
import { ordersRoutes } from './orders-routes.ts';
import { paperRoutes } from './paper-routes.ts';
import { calendarRoutes, icsRoute } from './calendar-routes.ts';
import { planImport, planRoutes } from './plan-routes.ts';
import { personRoutes } from './person-routes.ts';
import { publicRoutes } from './public-routes.ts';
import { pushRoutes } from './push-routes.ts';
import { readinessRoutes } from './readiness-routes.ts';
import { security } from './security.ts';
import { sendError } from './send.ts';
import { snapshotRoutes } from './snapshot-routes.ts';
import { teamSheetRoutes } from './team-sheet-routes.ts';
import { verifyRoutes } from './verify-routes.ts';

export interface HttpDeps {
  core: Core;
  rate: OrderRate;
  snapshots: Snapshots;
  feed: Feed;
  io: FenghuoServer;
}

/** A flood from one address; a screen in normal use makes a few requests a minute. */
const REQUESTS_PER_MINUTE = 12_000;

export function httpApp(deps: HttpDeps): Express {
  const { core } = deps;
  const { config } = core;
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  if (config.TRUST_PROXY) app.set('trust proxy', config.TRUST_PROXY === 'true' ? true : config.TRUST_PROXY.split(','));
  app.use(requestLog(core));
  app.use(helmet(security(config)));
  app.use(healthRoutes(deps));
  app.use(
    rateLimit({
      windowMs: 60_000,
      limit: REQUESTS_PER_MINUTE,
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      handler: (_req, res) => sendError(res, 429, 'too-many-requests', 'Too many requests from this address. Wait a minute.'),
    }),
  );
  app.use('/api', (_req, res, next) => {
    res.set('Cache-Control', 'no-store');
    next();
  });
  app.use('/api', sameOriginOnly(allowedOrigins(config)), planImport(), express.json({ limit: '100kb', strict: true }));
  app.use(verifyRoutes(core), icsRoute(core), publicRoutes(core));
  app.use(
    '/api/v1',
    configRoutes(core),
    openApiRoute(),
    applicationRoutes(core),
    accessRoutes(core.access, { secureCookies: config.PUBLIC_URL?.startsWith('https:') ?? false }),
  );
  app.use(
    '/api/v1',
    guard(core.access),
    ordersRoutes(core, deps.rate),
    snapshotRoutes(core, deps.snapshots, deps.feed),
    auditRoutes(core),
    contactRoutes(core),
    dispatchRoutes(core),
    deadlineRoutes(core),
    exportRoutes(core),
    fileRoutes(core),
    formRoutes(core),
    geojsonRoutes(core),
    historyRoutes(core),
    missionRoutes(core),
    paperRoutes(core),
    calendarRoutes(core),
    planRoutes(core),
    personRoutes(core),
    pushRoutes(core),
    readinessRoutes(core),
    teamSheetRoutes(core),
    documentRoutes(core),
  );
  app.use('/api', (_req, res) => sendError(res, 404, 'no-such-path', 'There is nothing at this path.'));
  app.use('/tiles', guard(core.access), tilesRoute(config.DATA_DIR));
  app.use(docsPage());
  app.use(clientRoutes());
  app.use((error: unknown, req: Request, res: Response, next: NextFunction) => failed(core, error, req, res, next));
  return app;
}

function requestLog({ log }: Core) {
  // Only what a fault needs: no bodies, no query, no cookies, no names.
  return pinoHttp({
    logger: log as never,
    quietReqLogger: true,
    customLogLevel: (_req, res, error) => (error || res.statusCode >= 500 ? 'error' : 'debug'),
    serializers: {
      req: (req: { id: unknown; method: string; url: string }) => ({ id: req.id, method: req.method, path: req.url.split('?')[0] }),
      res: (res: { statusCode: number }) => ({ status: res.statusCode }),
    },
  });
}

function failed(core: Core, error: unknown, req: Request, res: Response, next: NextFunction): void {
  if (res.headersSent) return next(error);
  const status = typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number' ? error.status : 500;
  if (status === 413) return sendError(res, 413, 'too-large', 'The body is larger than 100 KB.');
  if (status < 500) return sendError(res, status, 'invalid', 'The request could not be read: is it JSON?');
  core.log.error({ error: error instanceof Error ? error.stack : String(error), path: req.path }, 'a request failed');
  sendError(res, 500, 'internal', 'Something went wrong here.');
}
