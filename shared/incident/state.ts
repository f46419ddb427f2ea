import type { Author } from '#shared/seat.ts';
import type { Draft, Stamp, Unstamped } from '#shared/world.ts';
import type { IncidentEvent, IncidentReceived, Severity } from './events.ts';
import type { Personal } from '#shared/person/state.ts';
import type { ReportDeadline, ReportLevel } from '#shared/report/deadline.ts';
import type { NationalSystem } from '#shared/report/national.ts';
import { reportLevelOf } from '#shared/report/policy.ts';
import type { Circumstances } from '#shared/report/circumstances.ts';
import type { ReportBrief } from '#shared/report/state.ts';
import { isHandedTo, saidByLevel } from './handed.ts';
import { followHeld, retireHeld, sameReaders } from './held.ts';
import { noteOf, overrideOf } from './note-of.ts';
import type { Obligation } from './obligations.ts';
import type { Casualties, Place, Source } from './orders.ts';
import { pathsOf, reported, type Account, type Losses } from './record.ts';
import type { SourceRecord } from './tie-events.ts';

export interface Assessment {
  value: Severity | null;
  standing: 'proposed' | 'set';
  basis: string;
  by: Author;
  at: string;
}

/** Why it was closed although obligations were open, and which ones. */
export interface Override {
  reason: string;
  open: readonly Obligation[];
}

/** Who alone may see it, beside the leaders answerable for it. */
export interface Sensitivity {
  by: Author;
  at: string;
  reason: string;
  named: readonly string[];
  /** To whom it is given back. */
  openReaders: readonly string[];
}

/** A level of government, or a body, that knows of it. */
export interface Receipt {
  at: string;
  by: Author;
}

/** Who was made answerable for it in whose place. */
export interface Transfer {
  from: string;
  to: string;
  reason: string;
  at: string;
  by: Author;
  /** When the new owner took note of it. */
  takenAt?: string;
}

/** 越级: it was reported straight to the city. */
export interface SkipLevel extends Receipt {
  to: 'city';
  from: ReportLevel;
  org: string;
  reason?: string;
}

interface IncidentFacts extends Stamp {
  number: string;
  title: string;
  typeCode: string;
  place: Place;
  /** Three times kept apart, as claimed; `loggedAt` is the server's. */
  occurredAt?: string;
  discoveredAt?: string;
  receivedAt: string;
  loggedAt: string;
  source?: Source;
  casualties: Casualties;
  losses?: Losses;
  account?: Account;
  /** When each figure, time and text was last given, by the last part of its path: `dead`, `occurredAt`, `cause`. */
  givenAt?: Readonly<Record<string, string>>;
  sensitive?: Sensitivity;
  severity: Assessment | null;
  /** Of the personal data of callers and contacts: whether it is held, or was destroyed. */
  personal?: Personal;
  /** Since when each level knows of it. */
  received?: Partial<Record<ReportLevel, Receipt>>;
  /** The reports that went out about it, in order. */
  reports?: readonly ReportBrief[];
  /** What was found that the rules of reporting ask for. */
  circumstances?: Circumstances & { /** When somebody last found one of them. */ foundAt?: string };
  /** The national systems in which it is already. */
  national?: readonly { system: NationalSystem; at: string; by: Author; number?: string }[];
  skipLevel?: SkipLevel;
  transfers?: readonly Transfer[];
  /** What it is a part of, and what is a part of it. */
  parentId?: string;
  children?: readonly string[];
  /** Where it was told, when records of the same were merged: its own first. */
  sources?: readonly SourceRecord[];
  /** It is the same as that one, where it goes on. */
  mergedInto?: string;
  /** Reports upward that are or were due, the earliest first. None for a drill. */
  deadlines?: readonly ReportDeadline[];
  exercise: boolean;
  org: string;
  loggedBy: Author;
  /** What belongs to it beside its log, `report/01…`: seen and archived with it. */
  holds?: readonly string[];
  /** Number of entries of the timeline; entry n is the note `<id>.<n>`. */
  entries: number;
  lastEntryAt: string;
}

export type Incident = IncidentFacts & ({ status: 'open' } | { status: 'closed'; closedAt: string; closedBy: Author; closedFor: string; override?: Override });

/** One entry of an incident's timeline. Never edited: a correction is an entry of its own, and leaves its number at the one it corrects. */
export interface Note extends Stamp {
  incidentId: string;
  n: number;
  /** The server's time; `claimedAt` beside it is the author's. */
  at: string;
  claimedAt?: string;
  by: Author;
  /** The type of the event that it is: of the incident itself, or of what belongs to it. */
  entry: string;
  text: string;
  /** What the entry changed, for people: field → new value. */
  set?: Record<string, unknown>;
  corrects?: number;
  correctedBy?: number;
  exercise: boolean;
}

export const noteId = (incidentId: string, n: number): string => `${incidentId}.${n}`;

/** Folds one event in. Total: an event about an incident that is not here changes what it can and skips the rest. */
export function evolveIncident(draft: Draft, event: IncidentEvent, at: string, by: Author): void {
  if (event.type === 'incident.logged') return logged(draft, event, at, by);
  const incident = draft.get('incident', event.incidentId);
  if (event.type === 'incident.archived') return archived(draft, incident);
  draft.put('note', entryOf(event, at, by, event.readers[0]?.startsWith('drill:') ?? false));
  if (event.type === 'incident.corrected') strikeThrough(draft, event);
  if (!incident) return;
  follow(draft, incident, event.readers);
  draft.put('incident', changed(incident, event, at, by));
}

function strikeThrough(draft: Draft, { incidentId, corrects, n, readers }: Extract<IncidentEvent, { type: 'incident.corrected' }>): void {
  const wrong = draft.get('note', noteId(incidentId, corrects));
  if (wrong) draft.put('note', { ...wrong, correctedBy: n, readers });
}

/** Whoever sees the incident sees all of its log, and nobody else any of it. */
export function follow(draft: Draft, incident: Incident, readers: readonly string[]): void {
  // Folded again after a crash, the incident may be newer than its log: then only the log itself tells.
  if (incident.seq < draft.seq && sameReaders(incident.readers, readers)) return;
  for (let n = 1; n <= incident.entries; n += 1) {
    const note = draft.get('note', noteId(incident.id, n));
    if (note && !sameReaders(note.readers, readers)) draft.put('note', { ...note, readers });
  }
  followHeld(draft, incident, readers);
}

function logged(draft: Draft, event: Extract<IncidentEvent, { type: 'incident.logged' }>, at: string, by: Author): void {
  const { type: _type, incidentId: id, n, counter, text: _text, casualties, skipTo, ...facts } = event;
  const level = reportLevelOf({ role: by.role, org: event.org });
  draft.put('incident', {
    ...facts,
    ...(level && skipTo ? { skipLevel: { to: skipTo, from: level, org: event.org, at, by } } : {}),
    id,
    status: 'open',
    casualties: casualties ?? {},
    givenAt: givenAt(event, at),
    ...receivedBy(event, by),
    severity: null,
    loggedAt: at,
    loggedBy: by,
    entries: n,
    lastEntryAt: at,
  });
  draft.put('counter', { ...counter, readers: [] });
  draft.put('note', entryOf(event, at, by, event.exercise));
}

/** Whoever logs it knows of it, from when it came in. */
function receivedBy({ org, receivedAt }: Extract<IncidentEvent, { type: 'incident.logged' }>, by: Author): Pick<Incident, 'received'> {
  const level = reportLevelOf({ role: by.role, org });
  return level === undefined ? {} : { received: { [level]: { at: receivedAt, by } } };
}

function archived(draft: Draft, incident: Incident | undefined): void {
  if (!incident) return;
  draft.retire('incident', incident.id);
  for (let n = 1; n <= incident.entries; n += 1) draft.retire('note', noteId(incident.id, n));
  retireHeld(draft, incident);
}

export type EntryEvent = Exclude<IncidentEvent, { type: 'incident.archived' }>;

function changed(incident: Incident, event: Exclude<EntryEvent, { type: 'incident.logged' }>, at: string, by: Author): Unstamped<Incident> {
  const next = { ...incident, readers: event.readers, entries: event.n, lastEntryAt: at };
  switch (event.type) {
    case 'incident.noted':
    case 'incident.corrected':
      return next;
    case 'incident.received':
      return { ...next, ...receivedAt(incident, event, by), ...(isHandedTo(incident, by.org) ? taken(incident, at) : {}) };
    case 'incident.updated':
      return updated(next, event.set, at);
    case 'incident.restricted': {
      const { named, reason, openReaders } = event;
      return { ...next, sensitive: { by, at, reason, named, openReaders } };
    }
    case 'incident.released': {
      const { sensitive: _sensitive, ...open } = next;
      return open;
    }
    case 'incident.assessed':
      return { ...next, severity: { value: event.severity, standing: event.standing, basis: event.basis, by, at } };
    case 'incident.closed':
      return { ...next, status: 'closed', closedAt: at, closedBy: by, closedFor: event.reason, ...overrideOf(event) };
    default:
      return event satisfies never;
  }
}

/** The first of a level to say so holds; before what another level said of it by phone. */
function receivedAt({ received }: Incident, { level, at }: IncidentReceived, by: Author): Pick<Incident, 'received'> {
  const first = received?.[level];
  return { received: { ...received, [level]: first && saidByLevel(first, level) ? first : { at, by } } };
}

const taken = ({ transfers = [] }: Incident, at: string): Pick<Incident, 'transfers'> => ({
  transfers: transfers.map((one, i) => (i === transfers.length - 1 ? { ...one, takenAt: at } : one)),
});

function updated(incident: Incident, set: Extract<IncidentEvent, { type: 'incident.updated' }>['set'], at: string): Unstamped<Incident> {
  const { casualties, losses, account, ...facts } = set;
  return {
    ...incident,
    ...facts,
    casualties: reported({ ...incident.casualties, ...casualties }),
    ...(losses ? { losses: reported({ ...incident.losses, ...losses }) } : {}),
    ...(account ? { account: { ...incident.account, ...account } } : {}),
    givenAt: { ...incident.givenAt, ...givenAt(set, at), ...(set.typeCode === undefined ? {} : { typeCode: at }) },
  };
}

/** Of what can be told wrongly or late, when it was told. */
function givenAt(set: object, at: string): Record<string, string> {
  const { occurredAt, discoveredAt, receivedAt, casualties, losses, account } = set as Partial<Incident>;
  const given = Object.entries({ occurredAt, discoveredAt, receivedAt, casualties, losses, account }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(pathsOf(Object.fromEntries(given)).map((path) => [path.slice(path.lastIndexOf('.') + 1), at]));
}

const entryOf = (event: EntryEvent, at: string, by: Author, exercise: boolean): Unstamped<Note> => ({
  id: noteId(event.incidentId, event.n),
  ...noteOf(event, at, by, exercise),
});
