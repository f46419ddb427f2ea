import { useEffect, useState } from 'react';
import { api } from '#client/store/api.ts';
import { useDocuments } from '#client/store/world.ts';
import type { Incident } from '#shared/incident/state.ts';

/** Incidents by their ids: live while they are active, from the archive after. One that this seat may not see is left out. */
export function useIncidents(ids: readonly string[]): readonly Incident[] {
  const live = useDocuments('incident');
  const [archived, setArchived] = useState<ReadonlyMap<string, Incident>>(new Map());
  const missing = ids.filter((id) => !live.has(id) && !archived.has(id)).join();
  useEffect(() => {
    if (missing === '') return;
    let wanted = true;
    const fetched = missing.split(',').map((id) => api<Incident>(`/incidents/${id}`).catch(() => undefined));
    void Promise.all(fetched).then((found) => {
      const known = found.flatMap((one) => (one ? [[one.id, one] as const] : []));
      if (wanted && known.length > 0) setArchived((before) => new Map([...before, ...known]));
    });
    return () => {
      wanted = false;
    };
  }, [missing]);
  return ids.flatMap((id) => live.get(id) ?? archived.get(id) ?? []);
}
