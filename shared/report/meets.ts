import type { ReportDeadline, ReportLevel } from './deadline.ts';
import type { ReportBrief } from './state.ts';

/** How far up a level is: a report that went further up has skipped the level between, and told it (ERL art. 17). */
const HEIGHT: Readonly<Record<ReportLevel, number>> = {
  village: 0,
  firm: 0,
  hospital: 0,
  operator: 0,
  department: 1,
  township: 1,
  county: 2,
  'disease-control': 2,
  city: 3,
  province: 4,
  state: 5,
};

/** Whether a report to one level tells another, below it or the same. */
export const reaches = (to: ReportLevel, level: ReportLevel): boolean => HEIGHT[to] >= HEIGHT[level];

/** Whether a report that was sent or phoned is the one that a deadline asks for. */
export function meets(report: Pick<ReportBrief, 'kind' | 'channel' | 'from' | 'to' | 'at'>, row: ReportDeadline): boolean {
  // Nobody here writes for the province: one of ours that skipped it told those above it.
  if ((report.from !== row.from && row.from !== 'province') || !reaches(report.to, row.to)) return false;
  if (row.channel !== 'any' && row.channel !== report.channel) return false;
  switch (row.kind) {
    case 'initial':
      return report.kind !== 'correction';
    case 'upgrade':
      // Whatever is sent after the level was raised tells the new one.
      return report.kind !== 'correction' && report.at >= row.startedAt;
    case 'follow-up':
      return (report.kind === 'follow-up' || report.kind === 'final' || (report.kind === 'upgrade' && !row.periodic)) && report.at >= row.startedAt;
    case 'final':
      return report.kind === 'final';
    default:
      return row.kind satisfies never;
  }
}
