import { timingSafeEqual } from 'node:crypto';
import { parseCookie } from 'cookie';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { AccessError } from './access-error.ts';
import type { Access, SignedIn } from './access.ts';
import { isReading, mayChange } from './origin.ts';

export const COOKIE = 'fenghuo';

export interface GuardOptions {
  /** Lets in those who must change their password first. */
  passwordDue?: boolean;
}

/** Lets in who is signed in, by a bearer token or by the cookie; `signedInOf(res)` says who that is. */
export function guard(access: Pick<Access, 'authenticate'>, { passwordDue = false }: GuardOptions = {}): RequestHandler {
  return (req, res, next) => {
    enter(access, req, passwordDue)
      .then((signedIn) => {
        res.locals['signedIn'] = signedIn;
        next();
      })
      .catch((error: unknown) => sendOrPass(error, res, next));
  };
}

export function signedInOf(res: Response): SignedIn {
  const { signedIn } = res.locals as { signedIn?: SignedIn };
  if (!signedIn) throw new Error('signedInOf was asked on a path without a guard.');
  return signedIn;
}

/** Refuses what a foreign page's browser sends to change something. Stands before every path, sign-in too. */
export function sameOriginOnly(allowed: readonly string[]): RequestHandler {
  return (req, res, next) => {
    const provenance = { method: req.method, origin: req.get('origin'), host: req.get('host'), site: req.get('sec-fetch-site') };
    if (mayChange(provenance, allowed)) return next();
    sendAccessError(res, new AccessError(403, 'foreign-origin', 'This page may not do that here.'));
  };
}

/** A bearer token goes first: whoever sends one means it, a cookie comes along by itself. */
export function tokenOf(headers: { authorization?: string | undefined; cookie?: string | undefined }): { token: string; by: 'bearer' | 'cookie' } | undefined {
  const bearer = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return { token: bearer, by: 'bearer' };
  const token = parseCookie(headers.cookie ?? '')[COOKIE];
  return token === undefined ? undefined : { token, by: 'cookie' };
}

export function sendAccessError(res: Response, { status, code, message, details, retryAfterS }: AccessError): void {
  if (retryAfterS !== undefined) res.set('Retry-After', String(retryAfterS));
  res.status(status).json({ ok: false, code, message, ...(details.length > 0 ? { details } : {}) });
}

/** An expected "no" is answered; anything else goes to the application's error handler. */
export function sendOrPass(error: unknown, res: Response, next: NextFunction): void {
  if (error instanceof AccessError) sendAccessError(res, error);
  else next(error);
}

async function enter(access: Pick<Access, 'authenticate'>, req: Request, passwordDue: boolean): Promise<SignedIn> {
  const given = tokenOf(req.headers);
  const signedIn = given && (await access.authenticate(given.token));
  if (!given || !signedIn) throw new AccessError(401, 'not-signed-in', 'Sign in first.');
  // A browser adds the cookie to whatever a page sends; only our own page knows the other half.
  if (given.by === 'cookie' && !isReading(req.method) && !same(req.get('x-csrf-token') ?? '', signedIn.csrf)) {
    throw new AccessError(403, 'csrf', 'The header X-CSRF-Token is missing or wrong: GET /api/v1/session has it.');
  }
  if (signedIn.mustChangePassword && !passwordDue) throw new AccessError(403, 'password-change-required', 'Change your password first.');
  return signedIn;
}

function same(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
