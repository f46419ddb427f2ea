import { useDocuments } from '#client/store/world.ts';
import type { Incident } from '#shared/incident/state.ts';

/** How many reports of an incident are under way: written, and not yet taken by whom they are for. */
export function ReportCount({ incident }: { incident: Incident }) {
  const reports = useDocuments('report');
  const waiting = [...reports.values()].filter(
    ({ incidentId, status, channel }) => incidentId === incident.id && status !== 'acknowledged' && channel === 'written',
  );
  return waiting.length === 0 ? null : <small>{waiting.length}</small>;
}
