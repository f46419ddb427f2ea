import type { Snapshot } from '#shared/feed.ts';
import { Router, type Request } from 'express';
import { z } from 'zod';
import { signedInOf } from '#server/access/guard.ts';
import type { Core } from '#server/core.ts';
import type { Feed } from '#server/feed/feed.ts';
import type { Encoding, Snapshots } from '#server/feed/snapshots.ts';
import { query } from './query.ts';
import { handle } from './send.ts';

export const Since = z.strictObject({ since: z.coerce.number().int().min(0).optional(), journal: z.string().max(64).optional() });

/** First load and long catch-up: bytes compressed once for everybody with the same right, and 304 when nothing has changed. */
export function snapshotRoutes(core: Core, snapshots: Snapshots, feed: Feed): Router {
  const router = Router();
  router.get(
    '/snapshot',
    handle(async (req, res) => {
      const { seat } = signedInOf(res);
      const { since, journal } = query(Since, req);
      const state = core.store.state();
      if (state.status === 'away') res.set('X-Stale-Since', state.since.toISOString());
      res.set({ 'Cache-Control': 'private, no-cache', Vary: 'Accept-Encoding, Authorization, Cookie' });
      const sameJournal = journal === undefined || journal === core.journalId;
      const missed = since !== undefined && since > 0 && sameJournal ? feed.missed(since, seat) : null;
      if (missed)
        return void res.json({ journal: core.journalId, seq: missed.seq, complete: false, docs: missed.puts, drops: missed.drops } satisfies Snapshot);
      res.set('ETag', snapshots.etag(seat));
      if (req.get('If-None-Match') === snapshots.etag(seat)) return void res.status(304).end();
      const encoding = encodingFor(req);
      if (encoding !== 'identity') res.set('Content-Encoding', encoding);
      res.type('json').send(await snapshots.body(seat, encoding));
    }),
  );
  return router;
}

function encodingFor(req: Request): Encoding {
  const accepted = req.acceptsEncodings(['br', 'gzip', 'identity']);
  return accepted === 'br' || accepted === 'gzip' ? accepted : 'identity';
}
