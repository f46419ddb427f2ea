import type { Incident } from '#shared/incident/state.ts';

export type ClaimedTime = 'occurredAt' | 'discoveredAt' | 'receivedAt';

/** A time that was entered so long after it is shown to be late: who reads it must know that it was not written down at once. */
const LATE_MS = 3_600_000;

export interface Skew {
  /** When the server was told the time, by its own clock. */
  enteredAt: string;
  ms: number;
  late: boolean;
}

/** How long after a claimed time it was entered. Of incidents from before that was kept, it is when they were logged. */
export function skewOf(incident: Pick<Incident, ClaimedTime | 'givenAt' | 'loggedAt'>, path: ClaimedTime): Skew | undefined {
  const claimed = incident[path];
  if (claimed === undefined) return undefined;
  const enteredAt = incident.givenAt?.[path] ?? incident.loggedAt;
  const ms = Date.parse(enteredAt) - Date.parse(claimed);
  return { enteredAt, ms, late: ms > LATE_MS };
}
