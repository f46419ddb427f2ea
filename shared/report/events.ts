import type { Entry } from '#shared/incident/entry.ts';
import type { Severity } from '#shared/incident/events.ts';
import type { Place } from '#shared/incident/orders.ts';
import type { ReportDeadline, ReportLevel } from './deadline.ts';
import type { NationalSystem } from './national.ts';
import type { Circumstances } from './circumstances.ts';
import type { FigureChange, ReportFigures } from './state.ts';

export const REPORT_KINDS = ['initial', 'follow-up', 'upgrade', 'final', 'correction'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** What of the incident a report keeps as it was. */
export interface ReportFacts {
  incidentId: string;
  incidentNumber: string;
  title: string;
  typeCode: string;
  place: Place;
  severity: Severity | null;
  exercise: boolean;
  kind: ReportKind;
  ordinal: number;
  version: number;
  channel: 'written' | 'phone';
  from: { level: ReportLevel; org: string };
  to: { level: ReportLevel; org?: string };
  text: string;
  figures: ReportFigures;
  changes: readonly FigureChange[];
  reasons?: Readonly<Record<string, string>>;
  supersedes?: string;
}

export interface ReportDrafted extends ReportFacts {
  type: 'report.drafted';
  reportId: string;
  /** Whoever sees the incident. */
  readers?: readonly string[];
}

export interface ReportRevised {
  type: 'report.revised';
  reportId: string;
  text: string;
  figures: ReportFigures;
  changes: readonly FigureChange[];
  reasons?: Readonly<Record<string, string>>;
}

export interface ReportSubmitted {
  type: 'report.submitted';
  reportId: string;
}

export interface ReportApproved {
  type: 'report.approved';
  reportId: string;
}

export interface ReportReturned {
  type: 'report.returned';
  reportId: string;
  reason: string;
}

export interface ReportSent extends Entry {
  type: 'report.sent';
  reportId: string;
  kind: ReportKind;
  ordinal: number;
  late?: true;
  approvedPost?: string;
}

/** A report by phone: said already when it is recorded. */
export interface ReportPhoned extends ReportFacts, Entry {
  type: 'report.phoned';
  reportId: string;
  saidAt: string;
  spokenTo: string;
  late?: true;
}

export interface ReportAcknowledged extends Entry {
  type: 'report.acknowledged';
  reportId: string;
  kind: ReportKind;
  ordinal: number;
  to: { level: ReportLevel; org?: string };
  at: string;
  post?: string;
}

/** What was found that rules ask for: since when the situation is stable, what kind of target, when somebody outside knew. */
export interface ReportFound extends Entry {
  type: 'report.found';
  found: Circumstances;
  noticed?: Partial<Record<ReportLevel, string>>;
}

/** The situation is not stable after all: what is owed while it changes is owed again. */
export interface ReportUnsettled extends Entry {
  type: 'report.unsettled';
  reason: string;
}

export interface ReportEntered extends Entry {
  type: 'report.entered';
  system: NationalSystem;
  enteredAt: string;
  number?: string;
}

export interface ReportWaived extends Entry {
  type: 'report.waived';
  rule: string;
  dueAt: string;
  at: string;
  reason: string;
}

export interface ReportLapsed extends Entry {
  type: 'report.lapsed';
  rule: string;
  dueAt: string;
}

/** What follows from whatever changed an incident's facts, in the same commit. Not an entry. */
export interface DeadlinesReckoned {
  type: 'report.deadlines-reckoned';
  incidentId: string;
  deadlines: readonly ReportDeadline[];
}

export type ReportEvent =
  | ReportDrafted
  | ReportRevised
  | ReportSubmitted
  | ReportApproved
  | ReportReturned
  | ReportSent
  | ReportPhoned
  | ReportAcknowledged
  | ReportFound
  | ReportUnsettled
  | ReportEntered
  | ReportWaived
  | ReportLapsed
  | DeadlinesReckoned;
