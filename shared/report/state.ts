import { putEntry } from '#shared/incident/entry.ts';
import type { Severity } from '#shared/incident/events.ts';
import { putHeld } from '#shared/incident/held.ts';
import type { Casualties, Place } from '#shared/incident/orders.ts';
import type { Losses } from '#shared/incident/record.ts';
import type { Incident } from '#shared/incident/state.ts';
import { inMode } from '#shared/readers.ts';
import { regionChain } from '#shared/region.ts';
import type { Author } from '#shared/seat.ts';
import type { Draft, Stamp } from '#shared/world.ts';
import { evolveFound, evolveUnsettled } from './circumstances.ts';
import type { ReportDeadline, ReportLevel } from './deadline.ts';
import type { ReportEvent, ReportKind } from './events.ts';

/** The figures that a report tells. */
export interface ReportFigures {
  casualties: Casualties;
  losses?: Losses | undefined;
}

/** A figure that is not what the last report of the same level said. */
export interface FigureChange {
  /** `casualties.dead`. */
  path: string;
  from: number | null;
  to: number | null;
}

/** What an incident remembers of each report that went out about it. */
export interface ReportBrief {
  id: string;
  kind: ReportKind;
  ordinal: number;
  channel: 'written' | 'phone';
  from: ReportLevel;
  org: string;
  to: ReportLevel;
  /** When it was sent, or is said to have been made by phone. */
  at: string;
  /** Of a call: when it was recorded here. */
  recordedAt?: string;
  figures: ReportFigures;
}

export type ReportStatus = 'draft' | 'in_review' | 'approved' | 'returned' | 'sent' | 'acknowledged';

/** A report upward. What was sent is never changed: a correction is a report of its own. */
export interface Report extends Stamp {
  incidentId: string;
  incidentNumber: string;
  title: string;
  typeCode: string;
  place: Place;
  severity: Severity | null;
  exercise: boolean;
  kind: ReportKind;
  /** 0 for the 初报, n for 续报 n; of other kinds, how many of its kind before it. */
  ordinal: number;
  version: number;
  channel: 'written' | 'phone';
  from: { level: ReportLevel; org: string };
  /** An organisation of ours, or one outside by its level alone. */
  to: { level: ReportLevel; org?: string };
  text: string;
  figures: ReportFigures;
  /** Against the last report of the same sender. */
  changes: readonly FigureChange[];
  /** Why a figure jumped or fell, by its path. */
  reasons?: Readonly<Record<string, string>>;
  status: ReportStatus;
  draftedBy: Author;
  draftedAt: string;
  submittedBy?: Author;
  submittedAt?: string;
  approvedBy?: Author;
  approvedAt?: string;
  /** Who approved where the leader has no seat here: a post, never a name. */
  approvedPost?: string;
  returnedBy?: Author;
  returnedAt?: string;
  returnedFor?: string;
  sentBy?: Author;
  sentAt?: string;
  acknowledgedBy?: Author;
  acknowledgedAt?: string;
  /** The post that took it, where the upper level is outside. */
  acknowledgedPost?: string;
  /** It met a deadline after its time. Never taken back. */
  late?: true;
  /** The report that this one corrects. */
  supersedes?: string;
  /** Of a report by phone: the post that was spoken to. */
  spokenTo?: string;
  /** A draft is its sender's own; what went out is seen by those above and by whom it went to, never below. */
  onlyReadBy: readonly string[];
}

export function evolveReport(draft: Draft, event: ReportEvent, at: string, by: Author): void {
  switch (event.type) {
    case 'report.drafted': {
      const { type: _type, reportId, readers = [], ...facts } = event;
      return putHeld(draft, 'report', { ...facts, id: reportId, status: 'draft', draftedBy: by, draftedAt: at, onlyReadBy: readersOfDraft(facts) }, readers);
    }
    case 'report.revised': {
      const { text, figures, changes, reasons } = event;
      // What is changed after it was approved is approved anew.
      return patch(draft, event.reportId, { text, figures, changes, reasons, status: 'draft', approvedBy: undefined, approvedAt: undefined });
    }
    case 'report.submitted':
      return patch(draft, event.reportId, { status: 'in_review', submittedBy: by, submittedAt: at });
    case 'report.approved':
      return patch(draft, event.reportId, {
        status: 'approved',
        approvedBy: by,
        approvedAt: at,
        returnedBy: undefined,
        returnedAt: undefined,
        returnedFor: undefined,
      });
    case 'report.returned':
      return patch(draft, event.reportId, { status: 'returned', returnedBy: by, returnedAt: at, returnedFor: event.reason });
    case 'report.sent': {
      const { ordinal, late, approvedPost } = event;
      const drafted = draft.get('report', event.reportId);
      patch(draft, event.reportId, {
        status: 'sent',
        ordinal,
        sentBy: by,
        sentAt: at,
        approvedPost,
        late,
        ...(drafted ? { onlyReadBy: readersOfSent(drafted) } : {}),
      });
      const report = draft.get('report', event.reportId);
      if (report) putBrief(draft, report, at);
      return putEntry(draft, event, at, by, { set: { report: { kind: event.kind, ordinal } } });
    }
    case 'report.phoned': {
      const { type: _type, n: _n, readers: _readers, reportId, saidAt, ...facts } = event;
      putHeld(
        draft,
        'report',
        {
          ...facts,
          id: reportId,
          status: 'sent',
          draftedBy: by,
          draftedAt: at,
          sentBy: by,
          sentAt: saidAt,
          onlyReadBy: readersOfSent(facts),
        },
        event.readers,
      );
      const report = draft.get('report', reportId);
      if (report) putBrief(draft, report, saidAt, at);
      receive(draft, event.incidentId, event.to, saidAt, by);
      return putEntry(draft, event, at, by, { text: event.text, claimedAt: saidAt, set: { report: { kind: event.kind, spokenTo: event.spokenTo } } });
    }
    case 'report.acknowledged':
      patch(draft, event.reportId, { status: 'acknowledged', acknowledgedBy: by, acknowledgedAt: event.at, acknowledgedPost: event.post });
      receive(draft, event.incidentId, event.to, event.at, by);
      return putEntry(draft, event, at, by, { set: { report: { kind: event.kind, ordinal: event.ordinal } } });
    case 'report.found':
      return evolveFound(draft, event, at, by);
    case 'report.unsettled':
      return evolveUnsettled(draft, event, at, by);
    case 'report.entered': {
      const incident = draft.get('incident', event.incidentId);
      const { system, enteredAt, number } = event;
      const entered = { system, at: enteredAt, by, ...(number === undefined ? {} : { number }) };
      if (incident) draft.put('incident', { ...incident, national: [...(incident.national ?? []), entered] });
      return putEntry(draft, event, at, by, { claimedAt: enteredAt, set: { national: { system, number } } });
    }
    case 'report.waived':
      onRow(draft, event, (row) => ({ ...row, met: { at: event.at, reason: event.reason } }));
      return putEntry(draft, event, at, by, { text: event.reason, set: { deadline: { rule: event.rule, dueAt: event.dueAt } } });
    case 'report.lapsed':
      onRow(draft, event, (row) => ({ ...row, late: true }));
      return putEntry(draft, event, at, by, { set: { deadline: { rule: event.rule, dueAt: event.dueAt } } });
    case 'report.deadlines-reckoned': {
      const incident = draft.get('incident', event.incidentId);
      if (incident) draft.put('incident', { ...incident, deadlines: event.deadlines });
      return;
    }
    default:
      event satisfies never;
  }
}

type Sender = Pick<Report, 'from' | 'to' | 'exercise'>;

const readersOfDraft = ({ from, exercise }: Sender): string[] => inMode([`org:${from.org}`], exercise);

function readersOfSent({ from, to, exercise }: Sender): string[] {
  const above = [from.org, to.org ?? from.org].flatMap((org) => (/^\d+$/.test(org) ? regionChain(org) : [org]));
  return inMode(
    [...new Set(above)].map((org) => `org:${org}`),
    exercise,
  );
}

/** A field that is given as undefined is taken away. */
type Patch = { [K in keyof Report]?: Report[K] | undefined };

function patch(draft: Draft, id: string, change: Patch): void {
  const report = draft.get('report', id);
  if (!report) return;
  const next = Object.fromEntries(Object.entries({ ...report, ...change }).filter(([, value]) => value !== undefined));
  // A report with some of its fields changed is a report.
  putHeld(draft, 'report', next as unknown as Report, report.readers);
}

function putBrief(draft: Draft, { id, kind, ordinal, channel, from, to, figures, incidentId }: Report, at: string, recordedAt?: string): void {
  const incident = draft.get('incident', incidentId);
  if (!incident) return;
  const recorded = recordedAt === undefined ? {} : { recordedAt };
  const brief = { id, kind, ordinal, channel, from: from.level, org: from.org, to: to.level, at, ...recorded, figures };
  draft.put('incident', { ...incident, reports: [...(incident.reports ?? []), brief] });
}

/** The level that was reported to knows of it from now on. */
function receive(draft: Draft, incidentId: string, to: { level: ReportLevel }, at: string, by: Author): void {
  const incident = draft.get('incident', incidentId);
  if (incident && !incident.received?.[to.level]) draft.put('incident', { ...incident, received: { ...incident.received, [to.level]: { at, by } } });
}

function onRow(
  draft: Draft,
  { incidentId, rule, dueAt }: { incidentId: string; rule: string; dueAt: string },
  change: (row: ReportDeadline) => ReportDeadline,
): void {
  const incident = draft.get('incident', incidentId);
  if (!incident) return;
  const deadlines = (incident.deadlines ?? []).map((row) => (row.rule === rule && row.dueAt === dueAt ? change(row) : row));
  draft.put('incident', { ...incident, deadlines } as Incident);
}
