import type { RefusalCode, RefusalDetail } from '#shared/refusal.ts';
import { Refusal } from '#shared/refusal.ts';
import type { Answer } from '#shared/order.ts';
import type { NextFunction, Request, Response } from 'express';
import { isStoreAway } from '#server/store/is-store-away.ts';

/** Codes are domain words; the number that HTTP wants is chosen here and nowhere else. */
const STATUS: Partial<Record<RefusalCode | 'internal', number>> = {
  invalid: 400,
  'unknown-order': 400,
  'not-permitted': 403,
  'file.too-large': 413,
  'file.type': 415,
  'file.damaged': 422,
  'file.position': 422,
  'incident.unknown': 404,
  'claim.unknown': 404,
  'contact.unknown': 404,
  'dispatch.unknown': 404,
  'duty.unknown': 404,
  'member.unknown': 404,
  'mission.unknown': 404,
  'team.unknown': 404,
  'plan.unknown': 404,
  'response.unknown': 404,
  'schedule.unknown': 404,
  'task.unknown': 404,
  'person.unknown': 404,
  'person.purged': 410,
  'order-id-reused': 409,
  stale: 409,
  'too-many-orders': 429,
  'store-unavailable': 503,
  'disk-low': 507,
  internal: 500,
};
const OTHER_REFUSAL = 409;
const RETRY_AFTER_S = '2';

export function sendAnswer(res: Response, answer: Answer): void {
  if (answer.ok) return void res.json(answer);
  const status = STATUS[answer.code] ?? OTHER_REFUSAL;
  if (status === 429 || status === 503) res.set('Retry-After', RETRY_AFTER_S);
  res.status(status).json(answer);
}

export function sendError(res: Response, status: number, code: string, message: string, details?: readonly RefusalDetail[]): void {
  if (status === 503) res.set('Retry-After', RETRY_AFTER_S);
  res.status(status).json({ ok: false, code, message, ...(details ? { details } : {}) });
}

/** A handler whose failure becomes an answer: a refusal as itself, a store that is away as 503, anything else goes to the error handler. */
export function handle(run: (req: Request, res: Response) => Promise<void> | void) {
  return (req: Request, res: Response, next: NextFunction): void => {
    Promise.resolve()
      .then(() => run(req, res))
      .catch((error: unknown) => {
        if (error instanceof Refusal) return sendAnswer(res, { ok: false, code: error.code, message: error.message, details: error.details });
        if (isStoreAway(error)) return sendError(res, 503, 'store-unavailable', 'The store is away. What is in memory can still be read.');
        next(error);
      });
  };
}

/** A file to be kept, under its own name in any script (RFC 5987). It is for this person alone. */
export function sendFile(res: Response, { bytes, type, name }: { bytes: Buffer; type: string; name: string }): void {
  const safe = name.replaceAll(/[\\/:*?"<>|\p{Cc}\p{Cs}]/gu, ' ');
  const encoded = encodeURIComponent(safe).replaceAll(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  res
    .type(type)
    .set('Content-Disposition', `attachment; filename*=UTF-8''${encoded}`)
    .set('Cache-Control', 'private, no-store')
    .set('X-Content-Type-Options', 'nosniff')
    .send(bytes);
}
