import type { Incident } from '#shared/incident/state.ts';
import { regionChain } from '#shared/region.ts';
import type { Actor } from '#shared/seat.ts';
import { byDue, stageOf, type ReportDeadline, type Stage } from './deadline.ts';
import { reportLevelOf } from './policy.ts';

/** A report that somebody still owes, as a desk shows it. */
export interface Pending {
  incident: Incident;
  row: ReportDeadline;
  stage: Exclude<Stage, 'met'>;
  /** Whether this desk owes it; else it waits for it. */
  owed: boolean;
}

/** What a desk owes or waits for, of what is open, the earliest first. */
export function pendingOf(incidents: Iterable<Incident>, viewer: Pick<Actor, 'role' | 'org'>, now: number): Pending[] {
  const pending: Pending[] = [];
  for (const incident of incidents) {
    if (incident.status !== 'open') continue;
    for (const row of incident.deadlines ?? []) {
      const part = partIn(row, incident, viewer);
      const stage = stageOf(row, now);
      if (part !== 'none' && stage !== 'met') pending.push({ incident, row, stage, owed: part === 'owes' });
    }
  }
  return pending.sort((a, b) => byDue(a.row, b.row));
}

/** A desk owes what its own level reports of its own places, and waits for what is reported to it. */
export function partIn(row: ReportDeadline, incident: Pick<Incident, 'place' | 'org'>, { role, org }: Pick<Actor, 'role' | 'org'>): 'owes' | 'waits' | 'none' {
  const level = reportLevelOf({ role, org });
  const concerned = org === incident.org || regionChain(incident.place.adcode).includes(org);
  if (level === undefined || !concerned) return 'none';
  if (row.from === level) return 'owes';
  return row.to === level ? 'waits' : 'none';
}

const HOUR_MS = 3_600_000;
export const AHEAD_MS = 4 * HOUR_MS;

/** Where an instant stands on a line of the next four hours, from 0 to 1; undefined beyond it. What is over stands at its beginning. */
export function placeOn(dueAt: string, now: number): number | undefined {
  const at = (Date.parse(dueAt) - now) / AHEAD_MS;
  return at > 1 ? undefined : Math.max(0, at);
}
