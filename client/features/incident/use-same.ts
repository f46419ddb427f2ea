import { useMemo } from 'react';
import { useDocuments } from '#client/store/world.ts';
import { probeOf, similarTo, type Likeness } from '#shared/incident/similar.ts';
import type { Incident } from '#shared/incident/state.ts';

/** Other open incidents of the same mode that may be this one. */
export function useSame(incident: Incident): readonly Likeness[] {
  const all = useDocuments('incident');
  return useMemo(() => {
    if (incident.status === 'closed') return [];
    const others = [...all.values()].filter(
      ({ id, exercise, parentId }) => id !== incident.id && exercise === incident.exercise && parentId !== incident.id && id !== incident.parentId,
    );
    return similarTo(probeOf(incident), others);
  }, [all, incident]);
}
