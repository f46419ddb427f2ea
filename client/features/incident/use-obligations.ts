import { useMemo } from 'react';
import { useDocuments, viewOf } from '#client/store/world.ts';
import { openObligations, type Obligation } from '#shared/incident/obligations.ts';
import type { Incident } from '#shared/incident/state.ts';

/** What this seat can see that is owed about an incident. The server sees all of it. */
export function useObligations(incident: Incident): readonly Obligation[] {
  const [incidents, instruction, report] = [useDocuments('incident'), useDocuments('instruction'), useDocuments('report')];
  const [dispatch, mission, response] = [useDocuments('dispatch'), useDocuments('mission'), useDocuments('response')];
  return useMemo(
    () => openObligations(viewOf({ incident: incidents, instruction, report, dispatch, mission, response }), incident),
    [incident, incidents, instruction, report, dispatch, mission, response],
  );
}
