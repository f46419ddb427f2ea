import { useDocuments } from '#client/store/world.ts';
import type { Incident } from '#shared/incident/state.ts';

/** How many tasks of the running responses are open. */
export function ResponseCount({ incident }: { incident: Incident }) {
  const tasks = useDocuments('task');
  const open = [...tasks.values()].filter((one) => one.incidentId === incident.id && one.state === 'open').length;
  return open > 0 ? <small>{open}</small> : null;
}
