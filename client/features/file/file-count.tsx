import { filesOf } from '#shared/file/policy.ts';
import type { Incident } from '#shared/incident/state.ts';

/** How many files an incident has; nothing when there are none. */
export function FileCount({ incident }: { incident: Incident }) {
  const count = filesOf(incident).length;
  return count === 0 ? null : <small>{count}</small>;
}
