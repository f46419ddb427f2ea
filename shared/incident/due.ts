import type { Due } from '#shared/clockwork.ts';
import { addMinutes } from '#shared/time.ts';
import type { Incident } from './state.ts';

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
