import type { Incident } from '#shared/incident/state.ts';
import { useSame } from './use-same.ts';

/** How many others may be the same. */
export function TiesCount({ incident }: { incident: Incident }) {
  const { length } = useSame(incident);
  return length > 0 ? <small>{length}</small> : null;
}
