import { distanceM, inRing, type LngLat } from '#shared/geo.ts';
import { mayRead } from '#shared/readers.ts';
import { refuse } from '#shared/refusal.ts';
import { Adcode, regionLevel } from '#shared/region.ts';
import type { Seat } from '#shared/seat.ts';
import type { AnyDocument, Documents, Kind } from '#shared/world.ts';
import { z } from 'zod';
import type { Core } from '#server/core.ts';
import { fromStored } from '#server/documents/documents.ts';
import type { Stored } from '#server/documents/models.ts';
import { searchGrams, waysAsked } from '#server/documents/searchable.ts';

const MAX_TIME_MS = 5000;
/** Documents are written a little behind the journal: a query waits this long for them at most. */
export const SETTLE_MS = 500;
const METRES_PER_DEGREE = 111_320;
const MOST_CORNERS = 100;
/** After every text that begins with what stands before it. */
const LAST = '\uffff';

const pointOf = (text: string): LngLat | undefined => {
  const [lng = NaN, lat = NaN] = text.split(',').map(Number);
  return Math.abs(lng) <= 180 && Math.abs(lat) <= 90 ? { lng, lat } : undefined;
};

const Point = z.string().transform((text, context) => {
  const point = pointOf(text);
  if (point) return point;
  context.addIssue({ code: 'custom', message: 'must be lng,lat in degrees' });
  return z.NEVER;
});

const Area = z
  .string()
  .max(4000)
  .transform((text, context) => {
    const corners = text.split(';').map(pointOf);
    const ring = corners.flatMap((corner) => (corner ? [corner] : []));
    if (ring.length === corners.length && ring.length >= 3 && ring.length <= MOST_CORNERS) return ring;
    context.addIssue({ code: 'custom', message: `must be 3 to ${MOST_CORNERS} corners lng,lat;lng,lat;… in degrees` });
    return z.NEVER;
  });

export const Search = z.strictObject({
  q: z.string().trim().max(100).optional(),
  status: z
    .string()
    .regex(/^[a-z_]{1,32}$/)
    .optional(),
  exercise: z.enum(['true', 'false']).optional(),
  /** A class of incident or the beginning of its code: `N`, `N01`, `N01.2`. */
  type: z
    .string()
    .regex(/^[NAHS](\d\d(\.\d{1,2})?)?$/, 'must be a class of incident or the beginning of its code')
    .optional(),
  severity: z.enum(['1', '2', '3', '4', 'none']).optional(),
  /** Within this region: a city's code takes in its counties. */
  adcode: Adcode.optional(),
  near: Point.optional(),
  /** Metres around `near`. */
  within: z.coerce.number().positive().max(500_000).default(10_000),
  /** Inside this polygon. */
  area: Area.optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});
export type Search = z.infer<typeof Search>;

export interface Found {
  docs: AnyDocument[];
  /** Where the next page begins; absent on the last. */
  next?: string;
  staleSince?: string;
}

/** What a seat may see of a kind, newest first. While the store is away, what is in memory answers, and says so. */
export async function search(core: Core, kind: Kind, asked: Search, seat: Seat): Promise<Found> {
  const state = core.store.state();
  const found = state.status === 'ready' ? await fromCollection(core, kind, asked, seat) : fromWorld(core, kind, asked, seat);
  const page = found.slice(0, asked.limit);
  const last = page.at(-1);
  const more = found.length > asked.limit && last ? { next: `${last.seq}.${last.id}` } : {};
  const docs = page.filter((doc) => isThere(doc, asked));
  return { docs, ...more, ...(state.status === 'away' ? { staleSince: state.since.toISOString() } : {}) };
}

/** So many at most go out as one file. */
const MOST_EXPORTED = 10_000;

/** All pages of a search, for a file. */
export async function searchAll<K extends Kind>(core: Core, kind: K, asked: Search, seat: Seat): Promise<Documents[K][]> {
  const all: AnyDocument[] = [];
  for (let page: Found | undefined = await search(core, kind, { ...asked, limit: 500 }, seat); page;) {
    all.push(...page.docs);
    page = page.next !== undefined && all.length < MOST_EXPORTED ? await search(core, kind, { ...asked, limit: 500, cursor: page.next }, seat) : undefined;
  }
  // A search of a kind finds only documents of that kind.
  return all.slice(0, MOST_EXPORTED) as Documents[K][];
}

async function fromCollection(core: Core, kind: Kind, asked: Search, seat: Seat): Promise<AnyDocument[]> {
  await core.documents.settle(SETTLE_MS);
  const stored = await core.documents.models[kind]
    .find({ $and: conditionsOf(kind, asked, seat) } as never)
    .sort({ seq: -1, _id: -1 })
    .limit(asked.limit + 1)
    .maxTimeMS(MAX_TIME_MS)
    .lean<Stored[]>();
  return stored.map(fromStored);
}

/** What the field is called by which a kind is asked for its status. */
const statusOf = (kind: Kind): 'state' | 'status' => (kind === 'dispatch' || kind === 'mission' ? 'state' : 'status');

function conditionsOf(kind: Kind, asked: Search, seat: Seat): Record<string, unknown>[] {
  const all: Record<string, unknown>[] = [{ readers: { $in: [...seat.rooms] } }];
  if (asked.status) all.push({ [statusOf(kind)]: asked.status });
  if (asked.exercise) all.push({ exercise: asked.exercise === 'true' });
  if (asked.type) all.push({ typeCode: { $gte: asked.type, $lt: asked.type + LAST } });
  if (asked.severity) all.push({ 'severity.value': asked.severity === 'none' ? null : Number(asked.severity) });
  if (asked.adcode) all.push({ 'place.adcode': { $gte: prefixOf(asked.adcode), $lt: prefixOf(asked.adcode) + LAST } });
  if (asked.from) all.push({ receivedAt: { $gte: new Date(asked.from).toISOString() } });
  if (asked.to) all.push({ receivedAt: { $lt: new Date(asked.to).toISOString() } });
  for (const ways of waysAsked(asked.q)) all.push({ $or: ways.map((grams) => ({ grams: { $all: grams } })) });
  if (asked.near) all.push(boxAround(asked.near, asked.within));
  if (asked.area) all.push(boxOf(asked.area));
  const [seq, id] = parseCursor(asked.cursor);
  if (id !== undefined) all.push({ $or: [{ seq: { $lt: seq } }, { seq, _id: { $lt: id } }] });
  return all;
}

function fromWorld(core: Core, kind: Kind, asked: Search, seat: Seat): AnyDocument[] {
  const rooms = new Set(seat.rooms);
  const words = waysAsked(asked.q);
  const [seq, id] = parseCursor(asked.cursor);
  const [from, to] = [asked.from, asked.to].map((instant) => instant && new Date(instant).toISOString());
  const wanted = (doc: AnyDocument): boolean => {
    if (!mayRead(rooms, doc.readers)) return false;
    if (id !== undefined && (doc.seq > seq || (doc.seq === seq && doc.id >= id))) return false;
    if ((from || to) && (!('receivedAt' in doc) || (from && doc.receivedAt < from) || (to && doc.receivedAt >= to))) return false;
    const state = 'status' in doc ? doc.status : 'state' in doc ? doc.state : undefined;
    if (asked.status && state !== asked.status) return false;
    if (asked.exercise && (!('exercise' in doc) || String(doc.exercise) !== asked.exercise)) return false;
    if (asked.type && (!('typeCode' in doc) || !doc.typeCode.startsWith(asked.type))) return false;
    if (asked.severity && (!('casualties' in doc) || String(doc.severity?.value ?? 'none') !== asked.severity)) return false;
    if (asked.adcode && (!('place' in doc) || !doc.place.adcode.startsWith(prefixOf(asked.adcode)))) return false;
    if (words.length === 0) return true;
    const own = new Set(searchGrams(kind, doc));
    return words.every((ways) => ways.some((grams) => grams.every((gram) => own.has(gram))));
  };
  return [...core.world.all(kind)]
    .filter((doc) => wanted(doc) && isThere(doc, asked))
    .sort((a, b) => b.seq - a.seq || (a.id < b.id ? 1 : -1))
    .slice(0, asked.limit + 1);
}

/** Whether it lies where it was asked for. The store only knows boxes. */
function isThere(doc: AnyDocument, { near, within, area }: Search): boolean {
  if (!near && !area) return true;
  if (!('place' in doc)) return false;
  const ring = area?.map(({ lng, lat }) => [lng, lat]);
  return (!near || distanceM(near, doc.place) <= within) && (!ring || inRing(doc.place, ring));
}

/** `360700` → `3607`: what the codes within a region begin with. */
const prefixOf = (adcode: string): string => (regionLevel(adcode) === 'city' ? adcode.slice(0, 4) : adcode);

function boxAround({ lng, lat }: LngLat, metres: number): Record<string, unknown> {
  const high = metres / METRES_PER_DEGREE;
  const wide = high / Math.max(0.01, Math.cos((lat * Math.PI) / 180));
  return { 'place.lng': { $gte: lng - wide, $lte: lng + wide }, 'place.lat': { $gte: lat - high, $lte: lat + high } };
}

function boxOf(ring: readonly LngLat[]): Record<string, unknown> {
  const [lngs, lats] = [ring.map(({ lng }) => lng), ring.map(({ lat }) => lat)];
  return {
    'place.lng': { $gte: Math.min(...lngs), $lte: Math.max(...lngs) },
    'place.lat': { $gte: Math.min(...lats), $lte: Math.max(...lats) },
  };
}

function parseCursor(cursor: string | undefined): [number, string | undefined] {
  const match = /^(\d{1,15})\.(.+)$/.exec(cursor ?? '');
  if (cursor !== undefined && !match) refuse('invalid', 'The cursor is not one that was given out.', [{ path: 'cursor', message: 'unknown cursor' }]);
  return [Number(match?.[1] ?? 0), match?.[2]];
}
