export const REPORT_LEVELS = [
  'village',
  'firm',
  'hospital',
  'operator',
  'department',
  'township',
  'county',
  'city',
  'province',
  'state',
  'disease-control',
] as const;
export type ReportLevel = (typeof REPORT_LEVELS)[number];

/** One report that a rule makes due for an incident. What was once marked late stays late. */
export interface ReportDeadline {
  /** The row of the rule table, such as R04; with `dueAt` it names this deadline within its incident. */
  rule: string;
  kind: 'initial' | 'follow-up' | 'final' | 'upgrade';
  from: ReportLevel;
  to: ReportLevel;
  channel: 'any' | 'phone' | 'written';
  startedAt: string;
  dueAt: string;
  /** The level for which it is asked, where it is asked from a level on. */
  severity?: 1 | 2 | 3 | 4;
  /** It asks again and again: told by a 续报 of its own. */
  periodic?: true;
  /** The clock's own time is not known, so the next later one was taken. */
  assumed: boolean;
  /** Set once it was reported, by which report, or that it no longer applies and why. */
  met?: {
    at: string;
    reportId?: string;
    reason?: string;
    /** Of a call: when it was recorded here, while `at` is when it is said to have been made. */
    recordedAt?: string;
  };
  /** It passed with nothing recorded, or was met after its time. Never taken back. */
  late?: true;
}

export type Stage = 'met' | 'running' | 'half' | 'near' | 'over';

/** How far a deadline has run: the officer is warned at 50, 80 and 100 per cent (a default, tag D). */
export function stageOf({ startedAt, dueAt, met }: Pick<ReportDeadline, 'startedAt' | 'dueAt' | 'met'>, now: number): Stage {
  if (met) return 'met';
  const [from, to] = [Date.parse(startedAt), Date.parse(dueAt)];
  if (now > to) return 'over';
  const run = to > from ? (now - from) / (to - from) : 1;
  return run >= 0.8 ? 'near' : run >= 0.5 ? 'half' : 'running';
}

/** The ends of the stages that are still to come, for whoever waits to be warned. */
export function warningsOf({ startedAt, dueAt }: Pick<ReportDeadline, 'startedAt' | 'dueAt'>): Record<'half' | 'near' | 'over', number> {
  const [from, to] = [Date.parse(startedAt), Date.parse(dueAt)];
  return { half: from + (to - from) * 0.5, near: from + (to - from) * 0.8, over: to };
}

/** What is due, the earliest first; what was met or passed keeps its place. */
export const byDue = (a: ReportDeadline, b: ReportDeadline): number =>
  a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0;
