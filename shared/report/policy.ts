import type { Incident } from '#shared/incident/state.ts';
import { regionLevel } from '#shared/region.ts';
import { isDuty, isLeader, type Actor } from '#shared/seat.ts';
import type { ReportLevel } from './deadline.ts';
import type { Report } from './state.ts';

/** The level at which a seat reports, or undefined where it reports to nobody. */
export function reportLevelOf({ role, org }: Pick<Actor, 'role' | 'org'>): ReportLevel | undefined {
  if (role === 'department') return 'department';
  return /^\d+$/.test(org) ? regionLevel(org) : undefined;
}

/** Who drafts and sends (rules B.9): duty officers, and a department in its own line. */
export const mayReport = (actor: Actor): boolean => (isDuty(actor) || actor.role === 'department') && reportLevelOf(actor) !== undefined;

/** Who records what the rules of reporting ask about an incident. */
export const mayFind = (actor: Actor): boolean => mayReport(actor) || isLeader(actor);

const own = (actor: Actor, { from }: Pick<Report, 'from'>): boolean => actor.org === from.org;

export const mayRevise = (actor: Actor, report: Report): boolean =>
  (mayReport(actor) || isLeader(actor)) && own(actor, report) && report.channel === 'written' && report.status !== 'sent' && report.status !== 'acknowledged';

export const maySubmit = (actor: Actor, report: Report): boolean =>
  mayReport(actor) && own(actor, report) && (report.status === 'draft' || report.status === 'returned');

/** The duty leader (带班领导) of the same organisation approves or returns. */
export const mayApprove = (actor: Actor, report: Report): boolean => isLeader(actor) && own(actor, report) && report.status === 'in_review';

/** Townships and departments have no leader's seat here: they say which post approved. */
export const hasLeaderSeat = (level: ReportLevel): boolean => level === 'county' || level === 'city';

export function maySend(actor: Actor, report: Report): boolean {
  if (!own(actor, report) || !(mayReport(actor) || isLeader(actor))) return false;
  return report.status === 'approved' || (!hasLeaderSeat(report.from.level) && (report.status === 'draft' || report.status === 'in_review'));
}

/** The level that was reported to takes it; where that is outside, the sender records who took it. */
export function mayAcknowledge(actor: Actor, report: Report): boolean {
  if (report.status !== 'sent' || report.channel !== 'written') return false;
  return isDuty(actor) && actor.org === (report.to.org ?? report.from.org);
}

const OUTSIDE: readonly ReportLevel[] = ['firm', 'hospital', 'operator', 'department', 'province'];

/** Who reports by itself, without a seat here that sends it: that it has is recorded. */
export const isOutside = (level: ReportLevel): boolean => OUTSIDE.includes(level);

/** Only a leader says that something need not be reported; that somebody outside has reported is a duty officer's to record. */
export function mayWaive(actor: Actor, row: { from: ReportLevel }, incident: Pick<Incident, 'exercise'>): boolean {
  if (incident.exercise) return false;
  return isLeader(actor) || (isOutside(row.from) && isDuty(actor));
}
