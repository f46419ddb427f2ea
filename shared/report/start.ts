import type { Incident } from '#shared/incident/state.ts';
import type { DeadlineRule } from '#shared/rulebook/tables.ts';
import { addMinutes } from '#shared/time.ts';
import type { ReportLevel } from './deadline.ts';
import { reaches } from './meets.ts';

export interface Start {
  at: string;
  /** An unknown earlier time is stood in for by the next later one that is known. */
  assumed: boolean;
}

export const beginningOf = ({ occurredAt, discoveredAt, receivedAt }: Incident): string => occurredAt ?? discoveredAt ?? receivedAt;

const DAY_MINUTES = 1440;

/**
 * Before this nobody can have told anything of it. Where neither its occurrence nor its discovery is known and the receipt is
 * only the moment of logging, a call made just before that is true: beyond a day it is a slip of the pen.
 */
export function earliestTold({ occurredAt, discoveredAt, receivedAt, loggedAt }: Incident): string {
  return occurredAt ?? discoveredAt ?? (receivedAt < loggedAt ? receivedAt : addMinutes(loggedAt, -DAY_MINUTES));
}

/**
 * Since when a level knows of an incident. The province has no desk here that takes a report: where nobody recorded who took
 * it there, what went out is taken as received.
 */
export function knownSince(level: ReportLevel, { received = {}, reports = [] }: Incident): Start | null {
  const at = received[level]?.at;
  if (at !== undefined) return { at, assumed: false };
  const told = level === 'province' ? reports.find((one) => one.kind !== 'correction' && reaches(one.to, level)) : undefined;
  return told ? { at: told.at, assumed: true } : null;
}

/** The instant that starts a rule's clock, or null while it does not run. */
export function startOf(rule: DeadlineRule, incident: Incident): Start | null {
  const { occurredAt, discoveredAt, received = {}, circumstances, reports = [], givenAt = {}, deadlines = [] } = incident;
  const known = (at: string | undefined): Start | null => (at === undefined ? null : { at, assumed: false });
  const reported = reports
    .filter(({ from }) => from === rule.from)
    .map(({ at }) => at)
    .sort();
  switch (rule.clock) {
    case 'received':
      return knownSince(rule.from, incident);
    case 'after':
      return known(deadlines.find((row) => row.rule === rule.after && row.met)?.met?.at);
    case 'stable':
      return known(circumstances?.stableAt);
    case 'reported':
      return known(reported[0]);
    case 'changed': {
      const changed = FIGURES.flatMap((figure) => givenAt[figure] ?? [])
        .sort()
        .at(-1);
      const last = reported.at(-1);
      return changed !== undefined && last !== undefined && changed > last ? { at: changed, assumed: false } : null;
    }
    case 'occurred':
    case 'discovered': {
      const first = [incident.receivedAt, ...Object.values(received).map(({ at }) => at)].sort()[0];
      const order = rule.clock === 'occurred' ? [occurredAt, discoveredAt, first] : [discoveredAt, first];
      const index = order.findIndex((at) => at !== undefined);
      const at = order[index];
      return at === undefined ? null : { at, assumed: index > 0 };
    }
    default:
      return rule.clock satisfies never;
  }
}

const FIGURES = ['dead', 'missing', 'seriousInjured', 'minorInjured'] as const;
