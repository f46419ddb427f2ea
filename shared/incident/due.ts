import type { Due } from '#shared/clockwork.ts';
import { addMinutes } from '#shared/time.ts';
import type { Incident } from './state.ts';

/** What the clockwork orders about an incident: each deadline lapses once, and what is closed leaves what is active. */
export function dueOfIncident(incident: Incident, archiveAfterHours: number): Due[] {
  return [...lapses(incident), ...archiving(incident, archiveAfterHours)];
}

/** A report on the very instant is in time: it lapses with the next millisecond. */
function lapses({ id, deadlines = [] }: Incident): Due[] {
  return deadlines
    .filter(({ met, late }) => !met && !late)
    .map(({ rule, dueAt }) => ({
      rule: 'report.lapse',
      at: new Date(Date.parse(dueAt) + 1).toISOString(),
      order: { type: 'report.lapse', payload: { incidentId: id, rule, dueAt } },
    }));
}

/** A closed incident leaves what is active a while after its last entry, or after the last report that is still due for it. */
function archiving(incident: Incident, archiveAfterHours: number): Due[] {
  if (incident.status !== 'closed') return [];
  const awaited = (incident.deadlines ?? []).filter(({ met, late }) => !met && !late).map(({ dueAt }) => dueAt);
  const last = [incident.lastEntryAt, ...awaited].sort().at(-1) ?? incident.lastEntryAt;
  return [
    {
      rule: 'incident.archive',
      at: addMinutes(last, archiveAfterHours * 60),
      order: { type: 'incident.archive', payload: { incidentId: incident.id } },
    },
  ];
}
