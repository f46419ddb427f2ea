import type { Severity } from '#shared/incident/events.ts';
import type { Incident } from '#shared/incident/state.ts';
import type { DeadlineRule } from '#shared/rulebook/tables.ts';
import type { ReportLevel } from './deadline.ts';
import { knownSince } from './start.ts';

/** Who owes a report whether or not anybody here has said so: bodies outside, and the governments of the place. */
const ALWAYS: readonly ReportLevel[] = ['firm', 'hospital', 'operator', 'department', 'county', 'city'];

/** The level by which rules ask: of what is on no scale of four (ERL art. 3) the grade of its own guideline, as a person recorded it. */
export const levelOf = ({ severity, circumstances }: Incident): Severity | null => severity?.value ?? circumstances?.grade ?? null;

/** Whether a rule asks for a report of an incident. A township that has no part in it owes none. */
export function applies(rule: DeadlineRule, incident: Incident): boolean {
  const { typeCode, circumstances } = incident;
  const codes = [typeCode, ...(circumstances?.alsoTypes ?? [])];
  const covers = (classes: readonly string[] = []): boolean => codes.some((code) => classes.some((one) => code.startsWith(one)));
  if (!covers(rule.hazards) || (rule.exceptHazards ?? []).some((one) => typeCode.startsWith(one))) return false;
  const level = levelOf(incident);
  if (rule.minSeverity !== null && (level === null || level > rule.minSeverity)) return false;
  if (rule.maxSeverity !== undefined && level !== null && level < rule.maxSeverity) return false;
  if (rule.only === 'critical-infrastructure' && !circumstances?.criticalInfrastructure) return false;
  if (rule.only === 'other-infrastructure' && circumstances?.criticalInfrastructure) return false;
  if (rule.only === 'drinking-water' && !circumstances?.drinkingWater) return false;
  // What is so grave that a limit runs from its occurrence is owed by those above before they were told.
  const binding = rule.from === 'province' && rule.clock === 'occurred' && rule.minSeverity !== null;
  return ALWAYS.includes(rule.from) || binding || knownSince(rule.from, incident) !== null;
}

/** Since when an incident is what a rule asks about, if it was not when it was logged: its level, its class or what was found changed. */
export function raisedAt(rule: DeadlineRule, { typeCode, severity, circumstances, givenAt, loggedAt }: Incident): string | undefined {
  const byFinding = rule.only !== undefined || !rule.hazards.some((one) => typeCode.startsWith(one)) || (rule.minSeverity !== null && !severity);
  const times = [
    ...(rule.minSeverity !== null && severity ? [severity.at] : []),
    ...(circumstances?.foundAt === undefined || !byFinding ? [] : [circumstances.foundAt]),
    ...(givenAt?.['typeCode'] === undefined ? [] : [givenAt['typeCode']]),
  ];
  return times
    .filter((at) => at > loggedAt)
    .sort()
    .at(-1);
}
