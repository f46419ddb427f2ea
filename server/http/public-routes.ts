import { createHash } from 'node:crypto';
import { Router, type Request, type Response } from 'express';
import { levelOf } from '#shared/alert/hazards.ts';
import type { Alert } from '#shared/alert/state.ts';
import type { Core } from '#server/core.ts';
import { atomOf, capOf, messagesOf, type CapContext } from '#server/public/cap.ts';
import { PUBLIC_CSS, publicPage } from '#server/public/page.ts';
import { sendError } from './send.ts';

const KEPT_DAYS = 3;
const DAY = 86_400_000;
/** How long a cache in between may keep it: an alert that is taken back must not live on for long. */
const MAX_AGE_S = 15;

/** What anybody may read: alerts that were issued for real. Everything comes from memory, so it goes on while the store is away. */
export function publicRoutes(core: Core): Router {
  const router = Router();
  const { world, config, clock } = core;
  const context: CapContext = {
    sender: config.PUBLIC_URL === undefined ? `fenghuo.${config.REGION}` : new URL(config.PUBLIC_URL).hostname,
    nameOf: (id) => world.get('organisation', id),
  };
  const published = (): Alert[] =>
    [...world.all('alert')].filter((alert) => !alert.exercise && messagesOf(alert).length > 0).sort((a, b) => (changedAt(a) < changedAt(b) ? 1 : -1));
  const recent = (alert: Alert): boolean => Date.parse(alert.ended?.at ?? '') > clock.now().getTime() - KEPT_DAYS * DAY;
  const base = (req: Request): string => config.PUBLIC_URL?.replace(/\/$/, '') ?? `${req.protocol}://${req.get('host') ?? ''}`;

  router.get('/cap/alerts.atom', (req, res) => {
    const alerts = published().filter((alert) => alert.status === 'issued' || recent(alert));
    sendCached(req, res, 'application/atom+xml', atomOf(alerts, base(req), changedAt(alerts[0]) || new Date(0).toISOString(), context));
  });
  router.get('/cap/alerts/:file', (req, res) => {
    const id = /^([0-9a-f-]{36})\.xml$/.exec(req.params.file)?.[1];
    const alert = id === undefined ? undefined : published().find((one) => one.id === id);
    const cap = alert && capOf(alert, context);
    if (cap) sendCached(req, res, 'application/cap+xml', cap);
    else sendError(res, 404, 'alert.unknown', 'There is no such alert here.');
  });
  router.get('/public', (req, res) => {
    const language = req.query['lang'] === 'en' || (req.query['lang'] === undefined && req.acceptsLanguages('zh', 'en') === 'en') ? 'en' : 'zh-CN';
    const all = published();
    const inForce = all.filter(({ status }) => status === 'issued').sort((a, b) => levelOf(a.content?.colour ?? 'blue') - levelOf(b.content?.colour ?? 'blue'));
    const ended = all.filter((alert) => alert.ended && recent(alert));
    res.vary('Accept-Language');
    sendCached(req, res, 'text/html', publicPage(inForce, ended, language, changedAt(all[0]) || undefined, context));
  });
  router.get('/public.css', (req, res) => sendCached(req, res, 'text/css', PUBLIC_CSS));
  return router;
}

const changedAt = (alert: Alert | undefined): string => alert?.ended?.at ?? alert?.issued?.at ?? '';

function sendCached(req: Request, res: Response, type: string, body: string): void {
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  res.set({ 'Cache-Control': `public, max-age=${MAX_AGE_S}`, ETag: tag });
  if (req.get('if-none-match') === tag) res.status(304).end();
  else res.type(`${type}; charset=utf-8`).send(body);
}
