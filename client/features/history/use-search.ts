import { useEffect, useState } from 'react';
import { api } from '#client/store/api.ts';
import type { Incident } from '#shared/incident/state.ts';

interface Page {
  docs: Incident[];
  next?: string;
}

export interface Search {
  state: 'asking' | 'failed' | 'ready';
  incidents: readonly Incident[];
  /** There is more: fetches the next page. */
  more?: () => void;
  again: () => void;
}

/** The incidents that a query finds, a page at a time. An answer to an earlier query is not shown. */
export function useSearch(query: string): Search {
  const [round, setRound] = useState(0);
  const [found, setFound] = useState<{ query: string; incidents: readonly Incident[]; next: string | undefined; failed: boolean }>();
  const current = found?.query === query ? found : undefined;
  useEffect(() => {
    let wanted = true;
    api<Page>(`/incidents?${query}&limit=100`).then(
      ({ docs, next }) => wanted && setFound({ query, incidents: docs, next, failed: false }),
      (error: unknown) => {
        console.warn(error);
        if (wanted) setFound({ query, incidents: [], next: undefined, failed: true });
      },
    );
    return () => {
      wanted = false;
    };
  }, [query, round]);

  const next = current?.next;
  const more = (): void => {
    api<Page>(`/incidents?${query}&limit=100&cursor=${next}`).then(
      (page) => setFound((now) => (now?.query === query && now.next === next ? { ...now, incidents: [...now.incidents, ...page.docs], next: page.next } : now)),
      (error: unknown) => {
        console.warn(error);
        setFound((now) => now && { ...now, failed: true });
      },
    );
  };
  return {
    state: current ? (current.failed ? 'failed' : 'ready') : 'asking',
    incidents: current?.incidents ?? [],
    ...(next === undefined ? {} : { more }),
    again: () => {
      setFound(undefined);
      setRound((n) => n + 1);
    },
  };
}
