import express, { Router, type NextFunction, type Request, type Response } from 'express';
import type { SessionAnswer, SignedInAnswer } from '#shared/access/accounts.ts';
import { AccessError } from './access-error.ts';
import type { Access } from './access.ts';
import { COOKIE, guard, sendAccessError, sendOrPass, signedInOf } from './guard.ts';
import { ABSOLUTE_MS } from './session-cache.ts';
import { userRoutes } from './user-routes.ts';

export interface RouteOptions {
  /** The address that people use is https. */
  secureCookies: boolean;
}

const DONE = { ok: true } as const;

/** Everything about sessions and accounts, below `/api/v1`. */
export function accessRoutes(access: Access, { secureCookies }: RouteOptions): Router {
  const router = Router();
  const here = guard(access, { passwordDue: true });
  const cookie = { httpOnly: true, sameSite: 'lax', path: '/', secure: secureCookies } as const;
  router.use(['/session', '/sessions', '/users'], express.json({ limit: '16kb' }));

  router.post('/session', async (req, res) => {
    const { token, signedIn, user } = await access.signIn(req.body, { ip: req.ip ?? '', userAgent: req.get('user-agent') ?? '' });
    const { csrf, expiresAt, mustChangePassword } = signedIn;
    res.cookie(COOKIE, token, { ...cookie, maxAge: ABSOLUTE_MS });
    res.json({ token, user, csrf, expiresAt: expiresAt.toISOString(), mustChangePassword } satisfies SignedInAnswer);
  });
  router.get('/session', here, (_req, res) => {
    const session = access.sessionOf(signedInOf(res).sessionId);
    if (!session) throw new AccessError(401, 'not-signed-in', 'Sign in first.');
    res.json(session satisfies SessionAnswer);
  });
  router.delete('/session', here, async (_req, res) => {
    await access.signOut(signedInOf(res).sessionId);
    res.clearCookie(COOKIE, cookie);
    res.json(DONE);
  });

  router.post('/session/password', here, async (req, res) => {
    await access.changePassword(signedInOf(res), req.body);
    res.json(DONE);
  });
  router.post('/session/confirm', here, async (req, res) => void res.json(await access.confirmSelf(signedInOf(res), req.body)));
  router.post('/session/totp', here, async (_req, res) => void res.json(await access.beginTotp(signedInOf(res))));
  router.post('/session/totp/confirm', here, async (req, res) => {
    await access.confirmTotp(signedInOf(res), req.body);
    res.json(DONE);
  });
  router.delete('/session/totp', here, async (req, res) => {
    await access.removeTotp(signedInOf(res), req.body);
    res.json(DONE);
  });

  router.get('/sessions', here, async (_req, res) => {
    const { userId, sessionId } = signedInOf(res);
    res.json({ sessions: await access.listSessions(userId, sessionId) });
  });
  router.delete('/sessions/:id', here, async (req, res) => {
    await access.endSession(signedInOf(res).userId, String(req.params['id']));
    res.json(DONE);
  });

  router.get('/colleagues', guard(access), async (_req, res) => void res.json({ colleagues: await access.colleagues(signedInOf(res).seat) }));

  router.use('/users', userRoutes(access));
  router.use(failed);
  return router;
}

function failed(error: unknown, _req: Request, res: Response, next: NextFunction): void {
  const { type, status } = typeof error === 'object' && error !== null ? (error as { type?: unknown; status?: unknown }) : {};
  // What the JSON parser says about a body that it can't read.
  if (type === 'entity.too.large') return sendAccessError(res, new AccessError(413, 'too-large', 'The body is too large.'));
  if (typeof type === 'string' && typeof status === 'number' && status < 500)
    return sendAccessError(res, new AccessError(400, 'invalid', 'The body is not JSON.'));
  sendOrPass(error, res, next);
}
