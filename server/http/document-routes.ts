import type { Incident, Note } from '#shared/incident/state.ts';
import { shownTo } from '#shared/feed.ts';
import { distanceM } from '#shared/geo.ts';
import { mayRead } from '#shared/readers.ts';
import { refuse } from '#shared/refusal.ts';
import type { Seat } from '#shared/seat.ts';
import type { AnyDocument, Kind } from '#shared/world.ts';
import { Router } from 'express';
import { z } from 'zod';
import { signedInOf } from '#server/access/guard.ts';
import type { Core } from '#server/core.ts';
import { fromStored } from '#server/documents/documents.ts';
import { gramsOf } from '#server/documents/grams.ts';
import { kindOfPath, type Stored } from '#server/documents/models.ts';
import { query } from './query.ts';
import { handle, sendError } from './send.ts';

const MAX_TIME_MS = 5000;
/** Documents are written a little behind the journal: a query waits this long for them at most. */
const SETTLE_MS = 500;
const METRES_PER_DEGREE = 111_320;

const Point = z.string().transform((text, context) => {
  const [lng = NaN, lat = NaN] = text.split(',').map(Number);
  if (Math.abs(lng) <= 180 && Math.abs(lat) <= 90) return { lng, lat };
  context.addIssue({ code: 'custom', message: 'must be lng,lat in degrees' });
  return z.NEVER;
});

export const Search = z.strictObject({
  q: z.string().trim().max(100).optional(),
  status: z
    .string()
    .regex(/^[a-z_]{1,32}$/)
    .optional(),
  exercise: z.enum(['true', 'false']).optional(),
  near: Point.optional(),
  /** Metres around `near`. */
  within: z.coerce.number().positive().max(500_000).default(10_000),
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  cursor: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});
type Search = z.infer<typeof Search>;

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
    '/:kinds',
    handle(async (req, res) => {
      const kind = kindOfPath(String(req.params['kinds']));
      if (!kind) return sendError(res, 404, 'no-such-path', 'There is nothing at this path.');
      res.json(await search(core, kind, query(Search, req), signedInOf(res).seat));
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
async function readable(core: Core, kind: Kind, id: string, seat: Seat): Promise<AnyDocument> {
  const doc = core.world.get(kind, id) ?? (await core.documents.find(kind, id));
  if (doc && mayRead(new Set(seat.rooms), doc.readers)) return doc;
  return refuse('incident.unknown', 'There is no such document here.');
}

/** Newest first. While the store is away, what is in memory answers, and says so. */
async function search(core: Core, kind: Kind, asked: Search, seat: Seat): Promise<{ docs: AnyDocument[]; next?: string; staleSince?: string }> {
  const state = core.store.state();
  const found = state.status === 'ready' ? await fromCollection(core, kind, asked, seat) : fromWorld(core, kind, asked, seat);
  const docs = found.slice(0, asked.limit);
  const last = docs.at(-1);
  const more = found.length > asked.limit && last ? { next: cursorOf(last) } : {};
  const near = asked.near;
  const within = near ? docs.filter((doc) => !('place' in doc) || distanceM(near, doc.place) <= asked.within) : docs;
  return { docs: within.map((doc) => shownTo(seat.level, kind, doc)), ...more, ...(state.status === 'away' ? { staleSince: state.since.toISOString() } : {}) };
}

async function fromCollection(core: Core, kind: Kind, asked: Search, seat: Seat): Promise<AnyDocument[]> {
  await core.documents.settle(SETTLE_MS);
  const filter: Record<string, unknown> = { readers: { $in: [...seat.rooms] } };
  if (asked.status) filter['status'] = asked.status;
  if (asked.exercise) filter['exercise'] = asked.exercise === 'true';
  if (asked.from || asked.to)
    filter['receivedAt'] = {
      ...(asked.from ? { $gte: new Date(asked.from).toISOString() } : {}),
      ...(asked.to ? { $lt: new Date(asked.to).toISOString() } : {}),
    };
  const grams = gramsOf(asked.q);
  if (grams.length > 0) filter['grams'] = { $all: grams };
  if (asked.near) Object.assign(filter, boxAround(asked.near, asked.within));
  const [seq, id] = parseCursor(asked.cursor);
  if (id !== undefined) filter['$or'] = [{ seq: { $lt: seq } }, { seq, _id: { $lt: id } }];
  const stored = await core.documents.models[kind]
    .find(filter as never)
    .sort({ seq: -1, _id: -1 })
    .limit(asked.limit + 1)
    .maxTimeMS(MAX_TIME_MS)
    .lean<Stored[]>();
  return stored.map(fromStored);
}

function fromWorld(core: Core, kind: Kind, asked: Search, seat: Seat): AnyDocument[] {
  const rooms = new Set(seat.rooms);
  const grams = gramsOf(asked.q);
  const [seq, id] = parseCursor(asked.cursor);
  const { near, within } = asked;
  const [from, to] = [asked.from, asked.to].map((instant) => instant && new Date(instant).toISOString());
  const wanted = (doc: AnyDocument): boolean => {
    if (!mayRead(rooms, doc.readers)) return false;
    if (id !== undefined && (doc.seq > seq || (doc.seq === seq && doc.id >= id))) return false;
    if ((from || to) && (!('receivedAt' in doc) || (from && doc.receivedAt < from) || (to && doc.receivedAt >= to))) return false;
    if (near && (!('place' in doc) || distanceM(near, doc.place) > within)) return false;
    if (asked.status && (!('status' in doc) || doc.status !== asked.status)) return false;
    if (asked.exercise && (!('exercise' in doc) || String(doc.exercise) !== asked.exercise)) return false;
    if (grams.length === 0) return true;
    const own = 'title' in doc ? gramsOf((doc as Incident).title, (doc as Incident).number, (doc as Incident).place.text) : [];
    return grams.every((gram) => own.includes(gram));
  };
  return [...core.world.all(kind)]
    .filter(wanted)
    .sort((a, b) => b.seq - a.seq || (a.id < b.id ? 1 : -1))
    .slice(0, asked.limit + 1);
}

function boxAround({ lng, lat }: { lng: number; lat: number }, metres: number): Record<string, unknown> {
  const high = metres / METRES_PER_DEGREE;
  const wide = high / Math.max(0.01, Math.cos((lat * Math.PI) / 180));
  return { 'place.lng': { $gte: lng - wide, $lte: lng + wide }, 'place.lat': { $gte: lat - high, $lte: lat + high } };
}

const cursorOf = (doc: AnyDocument): string => `${doc.seq}.${doc.id}`;

function parseCursor(cursor: string | undefined): [number, string | undefined] {
  const match = /^(\d{1,15})\.(.+)$/.exec(cursor ?? '');
  if (cursor !== undefined && !match) refuse('invalid', 'The cursor is not one that was given out.', [{ path: 'cursor', message: 'unknown cursor' }]);
  return [Number(match?.[1] ?? 0), match?.[2]];
}
