import { hasSeverity } from '#shared/incident/classes.ts';
import type { Severity } from '#shared/incident/events.ts';
import { assessmentStanding } from '#shared/incident/policy.ts';
import type { Incident } from '#shared/incident/state.ts';
import type { Actor } from '#shared/seat.ts';

export const LEVELS: readonly (Severity | null)[] = [1, 2, 3, 4, null];

/** Why this seat can give no level at all, as a key of the words; undefined when it can give some. */
export function assessReason(actor: Actor, incident: Incident): string | undefined {
  if (LEVELS.some((level) => level !== null && assessmentStanding(actor, incident, level) !== 'no')) return undefined;
  return hasSeverity(incident.typeCode) ? 'incident.why.notAssessor' : 'incident.why.noLevels';
}

/** Why this seat can't give one level. */
export function levelReason(actor: Actor, incident: Incident, level: Severity | null): string | undefined {
  if (assessmentStanding(actor, incident, level) !== 'no') return undefined;
  return actor.role === 'county-leader' ? 'incident.why.cityLevel' : 'incident.why.notAssessor';
}
