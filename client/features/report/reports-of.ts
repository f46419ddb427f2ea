import { useMemo } from 'react';
import { useHeldOf } from '#client/store/held.ts';
import { useDocument } from '#client/store/world.ts';
import { documentsNow } from '#client/store/world.ts';
import type { Organisation } from '#shared/organisation/state.ts';
import type { Report } from '#shared/report/state.ts';

/** The reports of one incident, live or archived, the newest first. */
export function useReportsOf(incidentId: string): readonly Report[] {
  const all = useHeldOf('report', incidentId);
  return useMemo(() => all.toSorted((a, b) => (b.sentAt ?? b.draftedAt).localeCompare(a.sentAt ?? a.draftedAt)), [all]);
}

/** The organisations as they are known now: papers name them in full. */
export const organisationNow = (id: string): Organisation | undefined => documentsNow('organisation').get(id);

/** An organisation by its Chinese name, as papers name it. */
export const useOrganisation = (id: string | undefined): Organisation | undefined => useDocument('organisation', id);
