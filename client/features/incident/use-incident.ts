import { useEffect, useState } from 'react';
import { api } from '#client/store/api.ts';
import { useDocument } from '#client/store/world.ts';
import type { Incident, Note } from '#shared/incident/state.ts';
import { useNotesOf } from './notes-index.ts';
import { isWhole, mergeTimeline } from './timeline.ts';

export type Loaded<T> = { state: 'loading' } | { state: 'failed'; error: unknown; retry: () => void } | { state: 'ready'; value: T };

/** An incident: live while it is active, from the archive after. */
export function useIncident(id: string): Loaded<Incident> {
  const live = useDocument('incident', id);
  const archived = useFetched<Incident>(live ? undefined : `/incidents/${id}`);
  return live ? { state: 'ready', value: live } : archived;
}

/** All entries of an incident in order: those of the feed, and the rest fetched when some are missing. */
export function useTimeline(incident: Incident): Loaded<readonly Note[]> {
  const live = useNotesOf(incident.id);
  const whole = isWhole(live, incident.entries);
  const fetched = useFetched<{ entries: Note[] }>(whole ? undefined : `/incidents/${incident.id}/timeline`);
  if (whole) return { state: 'ready', value: mergeTimeline([], live) };
  if (fetched.state === 'ready') return { state: 'ready', value: mergeTimeline(fetched.value.entries, live) };
  return live.length > 0 && fetched.state === 'loading' ? { state: 'ready', value: mergeTimeline([], live) } : fetched;
}

interface Fetched {
  path: string;
  value?: unknown;
  error?: unknown;
}

/** Fetches a path of the interface when it is given; an answer for another path is not shown. */
function useFetched<T>(path: string | undefined): Loaded<T> {
  const [fetched, setFetched] = useState<Fetched>();
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (path === undefined) return;
    let wanted = true;
    api<T>(path).then(
      (value) => wanted && setFetched({ path, value }),
      (error: unknown) => wanted && setFetched({ path, error }),
    );
    return () => {
      wanted = false;
    };
  }, [path, tries]);
  if (path === undefined || fetched?.path !== path) return { state: 'loading' };
  if (fetched.error !== undefined) {
    const retry = (): void => {
      setFetched(undefined);
      setTries(tries + 1);
    };
    return { state: 'failed', error: fetched.error, retry };
  }
  // Set only together with its path, from an answer of this type.
  return { state: 'ready', value: fetched.value as T };
}
