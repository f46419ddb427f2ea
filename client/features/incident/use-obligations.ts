import { useMemo } from 'react';
import { documentsNow, useDocuments } from '#client/store/world.ts';
import { openObligations, type Obligation } from '#shared/incident/obligations.ts';
import type { Incident } from '#shared/incident/state.ts';

/** What this seat can see that is owed about an incident. The server sees all of it. */
export function useObligations(incident: Incident): readonly Obligation[] {
  const instructions = useDocuments('instruction');
  const reports = useDocuments('report');
  return useMemo(
    () => openObligations({ get: (kind, id) => documentsNow(kind).get(id) }, incident),
    // The two maps are new when what they hold has changed.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [incident, instructions, reports],
  );
}
