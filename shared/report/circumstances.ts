import { putEntry } from '#shared/incident/entry.ts';
import type { Severity } from '#shared/incident/events.ts';
import type { Author } from '#shared/seat.ts';
import type { Draft } from '#shared/world.ts';
import type { ReportFound, ReportUnsettled } from './events.ts';

/** What was found of an incident that the rules of reporting ask for. */
export interface Circumstances {
  /** Since when the situation no longer changes. */
  stableAt?: string;
  /** When that was taken back: what is due again begins then. */
  unsettledAt?: string;
  criticalInfrastructure?: boolean;
  drinkingWater?: boolean;
  /** Classes that it falls under beside its own: a tanker that overturns is a traffic accident and may be one of the environment. */
  alsoTypes?: readonly string[];
  /** Of what has no level of four: the grade of its own guideline, as a person gave it. */
  grade?: Severity;
}

export function evolveFound(draft: Draft, event: ReportFound, at: string, by: Author): void {
  const { incidentId, found, noticed = {} } = event;
  const incident = draft.get('incident', incidentId);
  if (incident) {
    const received = Object.fromEntries(Object.entries(noticed).map(([level, instant]) => [level, { at: instant, by }]));
    draft.put('incident', {
      ...incident,
      circumstances: { ...incident.circumstances, ...found, ...(Object.keys(found).length > 0 ? { foundAt: at } : {}) },
      received: { ...incident.received, ...received },
    });
  }
  putEntry(draft, event, at, by, { set: { found: { ...found, ...noticed } } });
}

export function evolveUnsettled(draft: Draft, event: ReportUnsettled, at: string, by: Author): void {
  const incident = draft.get('incident', event.incidentId);
  if (incident) {
    const { stableAt: _stable, ...circumstances } = incident.circumstances ?? {};
    draft.put('incident', { ...incident, circumstances: { ...circumstances, unsettledAt: at } });
  }
  putEntry(draft, event, at, by, { text: event.reason });
}
