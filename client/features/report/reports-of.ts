import { useMemo } from 'react';
import { useDocument, useDocuments } from '#client/store/world.ts';
import { documentsNow } from '#client/store/world.ts';
import type { Organisation } from '#shared/organisation/state.ts';
import type { Report } from '#shared/report/state.ts';

/** The live reports of one incident, the newest first. */
export function useReportsOf(incidentId: string): readonly Report[] {
  const all = useDocuments('report');
  return useMemo(
    () =>
      [...all.values()]
        .filter((report) => report.incidentId === incidentId)
        .toSorted((a, b) => (b.sentAt ?? b.draftedAt).localeCompare(a.sentAt ?? a.draftedAt)),
    [all, incidentId],
  );
}

/** The organisations as they are known now: papers name them in full. */
export const organisationNow = (id: string): Organisation | undefined => documentsNow('organisation').get(id);

/** An organisation by its Chinese name, as papers name it. */
export const useOrganisation = (id: string | undefined): Organisation | undefined => useDocument('organisation', id);
