import { useDocuments } from '#client/store/world.ts';
import type { Incident } from '#shared/incident/state.ts';
import { isToDo } from '#shared/instruction/policy.ts';

/** How many instructions about an incident are still to be carried out. */
export function InstructionCount({ incident }: { incident: Incident }) {
  const all = useDocuments('instruction');
  const open = [...all.values()].filter((one) => one.incidentId === incident.id && isToDo(one)).length;
  return open > 0 ? <small>{open}</small> : null;
}
