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
  /** The row of the rule table, such as R04; with `from` and `channel` it names this deadline within its incident. */
  rule: string;
  kind: 'initial' | 'follow-up' | 'final' | 'upgrade';
  from: ReportLevel;
  to: ReportLevel;
  channel: 'any' | 'phone' | 'written';
  startedAt: string;
  dueAt: string;
  /** The clock's own time is not known, so the next later one was taken. */
  assumed: boolean;
  /** Set once it was reported, by which report, or that it no longer applies and why. */
  met?: { at: string; reportId?: string; reason?: string };
  /** It passed unmet, or was met after its time. Never taken back. */
  late?: true;
}
