import { heldBy, type HeldKind } from '#shared/incident/held.ts';
import type { Incident, Note } from '#shared/incident/state.ts';
import { shownTo } from '#shared/feed.ts';
import { mayRead } from '#shared/readers.ts';
import { refuse } from '#shared/refusal.ts';
import type { Seat } from '#shared/seat.ts';
import type { AnyDocument, Documents, Kind } from '#shared/world.ts';
import { Router } from 'express';
import { signedInOf } from '#server/access/guard.ts';
import type { Core } from '#server/core.ts';
import { fromStored } from '#server/documents/documents.ts';
import { kindOfPath, type Stored } from '#server/documents/models.ts';
import { query } from './query.ts';
import { Search, search, SETTLE_MS } from './search.ts';
import { handle, sendError } from './send.ts';

const MAX_TIME_MS = 5000;

/** History and search: every kind by the same code, readable documents only. */
export function documentRoutes(core: Core): Router {
  const router = Router();
  router.get(
    '/incidents/:id/timeline',
    handle(async (req, res) => {
      const id = String(req.params['id']);
      const { seat } = signedInOf(res);
      await readable(core, 'incident', id, seat);
      const rooms = [...seat.rooms];
      await core.documents.settle(SETTLE_MS);
      const stored = await core.documents.models.note
        .find({ incidentId: id, readers: { $in: rooms } } as never)
        .sort({ n: 1 })
        .maxTimeMS(MAX_TIME_MS)
        .lean<Stored[]>();
      const entries = stored.map((note) => shownTo(seat.level, 'note', fromStored(note) as Note));
      res.json({ entries });
    }),
  );
  router.get(
    '/incidents/:id/held',
    handle(async (req, res) => {
      const { seat } = signedInOf(res);
      // Asked by its kind, it is a document of its kind.
      const incident = (await readable(core, 'incident', String(req.params['id']), seat)) as Incident;
      await core.documents.settle(SETTLE_MS);
      const puts = await Promise.all(
        heldBy(incident).map(async ({ kind, id }) => {
          const doc = core.world.get(kind, id) ?? ((await core.documents.find(kind, id)) as Documents[HeldKind] | null);
          return doc && mayRead(new Set(seat.rooms), doc.readers) ? [{ kind, id, doc: shownTo(seat.level, kind, doc) }] : [];
        }),
      );
      res.json({ puts: puts.flat() });
    }),
  );
  router.get(
    '/:kinds',
    handle(async (req, res) => {
      const kind = kindOfPath(String(req.params['kinds']));
      if (!kind) return sendError(res, 404, 'no-such-path', 'There is nothing at this path.');
      const { seat } = signedInOf(res);
      const found = await search(core, kind, query(Search, req), seat);
      res.json({ ...found, docs: found.docs.map((doc) => shownTo(seat.level, kind, doc)) });
    }),
  );
  router.get(
    '/:kinds/:id',
    handle(async (req, res) => {
      const kind = kindOfPath(String(req.params['kinds']));
      if (!kind) return sendError(res, 404, 'no-such-path', 'There is nothing at this path.');
      const { seat } = signedInOf(res);
      res.json(shownTo(seat.level, kind, await readable(core, kind, String(req.params['id']), seat)));
    }),
  );
  return router;
}

/** One document if the seat may see it: one that it may not see is not there. */
export async function readable(core: Core, kind: Kind, id: string, seat: Seat): Promise<AnyDocument> {
  const doc = core.world.get(kind, id) ?? (await core.documents.find(kind, id));
  if (doc && mayRead(new Set(seat.rooms), doc.readers)) return doc;
  return refuse('incident.unknown', 'There is no such document here.');
}
