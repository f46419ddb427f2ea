import { addMinutes } from '#shared/time.ts';
import type { Incident } from './state.ts';

/** An instant at which the system itself gives an order. The rule, the document and the instant make its id: it happens once. */
export interface Due {
  rule: string;
  at: string;
  order: { type: 'incident.archive'; payload: { incidentId: string } };
}

/** A closed incident leaves what is active a while after its last entry: late news brings it back for as long. */
export function dueOfIncident(incident: Incident, archiveAfterHours: number): Due[] {
  if (incident.status !== 'closed') return [];
  return [
    {
      rule: 'incident.archive',
      at: addMinutes(incident.lastEntryAt, archiveAfterHours * 60),
      order: { type: 'incident.archive', payload: { incidentId: incident.id } },
    },
  ];
}
