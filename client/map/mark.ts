import { hasSeverity } from '#shared/incident/classes.ts';
import type { Incident } from '#shared/incident/state.ts';

/** What the mark of an incident shows: a level, none yet, or none because its class has no levels. */
export type Mark = 1 | 2 | 3 | 4 | 'pending' | 'none';

export function markOf(incident: Pick<Incident, 'severity' | 'typeCode'>): Mark {
  if (incident.severity?.value) return incident.severity.value;
  return incident.severity || !hasSeverity(incident.typeCode) ? 'none' : 'pending';
}

/** What nobody has judged yet may still be grave: it stands above 一般, below what is known to be 较大. */
const RANK: Record<Mark, number> = { 1: 0, 2: 1, 3: 2, pending: 3, 4: 4, none: 5 };

/** Negative when `a` is the graver. */
export const compareMarks = (a: Mark, b: Mark): number => RANK[a] - RANK[b];

export const worse = (a: Mark, b: Mark): Mark => (compareMarks(b, a) < 0 ? b : a);
