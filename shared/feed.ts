import { defined } from './defined.ts';
import type { Dispatch } from './dispatch/state.ts';
import { mayRead } from './readers.ts';
import type { Level } from './seat.ts';
import type { AnyDocument, Documents, Kind } from './world.ts';

export type Put = { [K in Kind]: { kind: K; id: string; doc: Documents[K] } }[Kind];
export interface Drop {
  kind: Kind;
  id: string;
}

/** Long texts: a screen fetches one when it opens it, and again when the document that tells of it changes. No feed and no snapshot has them. */
const FETCHED: readonly Kind[] = ['edition'];
export const isFed = (kind: Kind): boolean => !FETCHED.includes(kind);

/** What one tick changed for one group of readers. Applying it twice changes nothing. */
export interface Frame {
  seq: number;
  puts: Put[];
  drops: Drop[];
  /** Set when the puts are everything there is: what is not among them is gone. */
  complete?: boolean;
}

/** The whole of what a seat may see: a first load, or what a frame could not catch up. */
export interface Snapshot {
  /** Names the journal, so that a client of another one starts afresh. */
  journal: string;
  seq: number;
  /** Whether `docs` is everything (replace) or only what is newer than `since` (merge). */
  complete: boolean;
  docs: Put[];
  drops: Drop[];
}

/** What a change means for a seat: it sees the document now, it lost sight of it, or it never had it. */
export function changeFor(rooms: ReadonlySet<string>, before: readonly string[] | undefined, doc: AnyDocument | undefined): 'put' | 'drop' | 'nothing' {
  if (doc && mayRead(rooms, doc.readers)) return 'put';
  return before && mayRead(rooms, before) ? 'drop' : 'nothing';
}

/** What of an incident concerns the authorities alone. */
const INTERNAL = ['circumstances', 'deadlines', 'national', 'reports', 'sensitive', 'source', 'sources'] as const;

/** A team learns who else was asked and who comes; why it was asked, and who is next in line, is the officer's. */
function forTeams({ checkInCode: _code, ...dispatch }: Dispatch): Dispatch {
  const offers = dispatch.offers.map(({ teamId, name, state, at, answerBy, answeredAt, releasedAt }) => ({
    teamId,
    name,
    state,
    at,
    answerBy,
    ...defined({ answeredAt, releasedAt }),
  }));
  return { ...dispatch, offers, reserve: [] };
}

/** The document as a level is shown it: those who help from outside see neither who reported nor who else reads it. */
export function shownTo<K extends Kind>(level: Level, kind: K, doc: Documents[K]): Documents[K] {
  if (level === 'full') return doc;
  const shown = { ...doc, readers: [] };
  if (kind === 'person') return { ...shown, masked: {}, unit: undefined, post: undefined };
  if (kind === 'contact') return { ...shown, masked: {} };
  if (kind === 'shift') return { ...shown, officers: [], leader: { id: '', name: '' }, swaps: [] };
  if (kind === 'dispatch') return forTeams(shown as Documents['dispatch']) as Documents[K];
  if (kind === 'mission' && level === 'partner')
    return { ...shown, members: [], present: [], replies: [], log: [], hours: [], certificates: [], appraisals: [] };
  if (kind !== 'incident') return shown;
  // Kind `incident` has an incident's fields.
  for (const field of INTERNAL) if (field in shown) delete (shown as Partial<Documents['incident']>)[field];
  return shown;
}
