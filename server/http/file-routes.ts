import { pipeline } from 'node:stream/promises';
import { wasSentTo } from '#shared/dispatch/policy.ts';
import { mayAttach } from '#shared/file/policy.ts';
import type { File } from '#shared/file/state.ts';
import { refuse } from '#shared/refusal.ts';
import { Router, type NextFunction, type Request, type Response } from 'express';
import multer, { MulterError } from 'multer';
import { signedInOf } from '#server/access/guard.ts';
import type { Core } from '#server/core.ts';
import { LARGEST_BYTES, openAttaching, Upload } from '#server/files/attach.ts';
import { detailsOf } from '#server/orders/parse.ts';
import { readable } from './document-routes.ts';
import { handle, sendAnswer, sendError } from './send.ts';

/** Uploads are in memory while they are looked at: so many at once, and of one account no more than these. */
const AT_ONCE = 8;
const AT_ONCE_EACH = 3;
const FIELD_BYTES = 2048;
/** Nothing in a file is ever run, nor fetches anything, whatever it claims to be. */
const INERT = "default-src 'none'; sandbox";

/** Attachments of incidents: taken in and given out with the right to the incident. */
export function fileRoutes(core: Core): Router {
  const router = Router();
  const attaching = openAttaching(core);
  const upload = multer({
    storage: multer.memoryStorage(),
    limits: { fileSize: LARGEST_BYTES, files: 1, fields: 8, parts: 10, fieldSize: FIELD_BYTES, fieldNameSize: 32, headerPairs: 20 },
    defParamCharset: 'utf8',
  }).single('file');

  router.post(
    '/files',
    writersOnly,
    fewAtOnce(),
    (req, res, next) => void upload(req, res, (error: unknown) => (error ? unreadable(error, res, next) : next())),
    handle(async (req, res) => {
      const { seat } = signedInOf(res);
      const said = Upload.safeParse(req.body);
      if (!said.success) return refuse('invalid', 'The fields beside the file are not valid.', detailsOf(said.error));
      if (!req.file) return refuse('invalid', 'There is no file.', [{ path: 'file', message: 'required' }]);
      if (!wasSentTo(core.world, seat.actor, said.data.incidentId)) await readable(core, 'incident', said.data.incidentId, seat);
      sendAnswer(res, await attaching.attach(said.data, { name: req.file.originalname, bytes: req.file.buffer }, seat));
    }),
  );

  router.get(
    '/files/:id',
    handle(async (req, res) => {
      const id = String(req.params['id']);
      // Asked by its kind, it is a document of its kind.
      const file = (await readable(core, 'file', id, signedInOf(res).seat)) as File;
      const small = req.query['preview'] === '1';
      // The right is asked each time; the bytes never change.
      res.set({
        'Cache-Control': 'private, no-cache',
        ETag: `"${file.sha256}${small ? '-preview' : ''}"`,
        'Content-Security-Policy': INERT,
        'X-Content-Type-Options': 'nosniff',
      });
      if (req.get('If-None-Match') === res.get('ETag')) return void res.status(304).end();
      if (small) return sendPreview(res, await core.files.preview(id));
      const bytes = await core.files.read(id);
      if (!bytes) return gone(res);
      const shown = file.type === 'application/pdf' || req.query['download'] === '1' ? 'attachment' : 'inline';
      res.type(file.type).set({ 'Content-Length': String(file.bytes), 'Content-Disposition': `${shown}; filename*=UTF-8''${rfc5987(file.name)}` });
      await pipeline(bytes, res).catch((error: unknown) => {
        // Whoever asked has gone, or the store has: the answer is cut off either way and can't be mended.
        if (!res.headersSent) throw error;
        res.destroy();
      });
    }),
  );
  return router;
}

function sendPreview(res: Response, preview: Buffer | undefined): void {
  if (!preview) return gone(res);
  res.type('image/webp').send(preview);
}

function gone(res: Response): void {
  res.removeHeader('ETag');
  sendError(res, 404, 'file.gone', 'There is nothing to show of this file.');
}

const rfc5987 = (name: string): string => encodeURIComponent(name).replaceAll(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

/** Whoever could not add a file anyway is told before its bytes are read. */
function writersOnly(_req: Request, res: Response, next: NextFunction): void {
  if (mayAttach(signedInOf(res).seat.actor)) return next();
  res.set('Connection', 'close');
  sendError(res, 403, 'not-permitted', 'This seat adds no files.');
}

function fewAtOnce() {
  const under = new Map<string, number>();
  let all = 0;
  return (_req: Request, res: Response, next: NextFunction): void => {
    const { id } = signedInOf(res).seat.actor;
    const own = under.get(id) ?? 0;
    if (all >= AT_ONCE || own >= AT_ONCE_EACH) {
      res.set({ 'Retry-After': '2', Connection: 'close' });
      return sendError(res, 429, 'too-many-uploads', 'Too many files are being taken in. Send this one again in a moment.');
    }
    all += 1;
    under.set(id, own + 1);
    res.once('close', () => {
      all -= 1;
      const left = (under.get(id) ?? 1) - 1;
      if (left > 0) under.set(id, left);
      else under.delete(id);
    });
    next();
  };
}

function unreadable(error: unknown, res: Response, next: NextFunction): void {
  if (error instanceof MulterError && error.code === 'LIMIT_FILE_SIZE')
    return sendAnswer(res, { ok: false, code: 'file.too-large', message: 'The file is too large.' });
  // Of busboy's errors only the words say that the form was cut short or malformed.
  if (error instanceof MulterError || (error instanceof Error && /form|multipart|boundary|header/i.test(error.message)))
    return sendAnswer(res, { ok: false, code: 'invalid', message: `The upload could not be read: ${error.message}.` });
  next(error);
}
