import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Put } from '#shared/feed.ts';
import type { HeldKind } from '#shared/incident/held.ts';
import type { Incident } from '#shared/incident/state.ts';
import type { AnyDocument, Documents } from '#shared/world.ts';
import { api } from './api.ts';
import { useDocument, useDocuments } from './world.ts';

type Kind = HeldKind | 'incident';

/** An archived incident that is being looked at, and what belongs to it. It is not live: nothing counts it, no list shows it. */
interface Visited {
  id: string;
  docs: ReadonlyMap<string, AnyDocument>;
}

const visited = createStore<{ now: Visited | null }>(() => ({ now: null }));

export type HeldState = 'live' | 'loading' | 'ready' | 'failed';

/** Fetches what belongs to an incident that is no longer live, for as long as it is looked at. */
export function useVisit(incident: Incident, live: boolean): { state: HeldState; retry: () => void } {
  const [outcome, setOutcome] = useState<{ id: string; state: 'ready' | 'failed' }>();
  const [tries, setTries] = useState(0);
  const { id } = incident;
  useEffect(() => {
    if (live) return;
    let wanted = true;
    visited.setState({ now: { id, docs: new Map([[`incident/${id}`, incident]]) } });
    api<{ puts: Put[] }>(`/incidents/${id}/held`).then(
      ({ puts }) => {
        if (!wanted) return;
        visited.setState({
          now: { id, docs: new Map([[`incident/${id}`, incident], ...puts.map((put): [string, AnyDocument] => [`${put.kind}/${put.id}`, put.doc])]) },
        });
        setOutcome({ id, state: 'ready' });
      },
      (error: unknown) => {
        console.warn('What belongs to the incident could not be fetched.', error);
        if (wanted) setOutcome({ id, state: 'failed' });
      },
    );
    return () => {
      wanted = false;
      visited.setState({ now: null });
    };
    // It does not change any more, but for what is done to it from here.
  }, [id, incident, live, tries]);
  const state = live ? 'live' : outcome?.id === id ? outcome.state : 'loading';
  return { state, retry: () => (setOutcome(undefined), setTries(tries + 1)) };
}

/** One document: live, or of the archived incident that is being looked at. */
export function useHeldDocument<K extends Kind>(kind: K, id: string): Documents[K] | undefined {
  const live = useDocument(kind, id);
  // What stands under a kind's name is of that kind.
  const past = useStore(visited, ({ now }) => now?.docs.get(`${kind}/${id}`)) as Documents[K] | undefined;
  return live ?? past;
}

/** The documents of a kind that belong to one incident, whether it is live or archived. */
export function useHeldOf<K extends HeldKind>(kind: K, incidentId: string): readonly Documents[K][] {
  const live = useDocuments(kind);
  const past = useStore(visited, ({ now }) => (now?.id === incidentId ? now.docs : undefined));
  return useMemo(() => {
    const own = [...live.values()].filter((doc) => 'incidentId' in doc && doc.incidentId === incidentId);
    const known = new Set(own.map(({ id }) => id));
    const more = [...(past ?? [])].flatMap(([key, doc]) => (key.startsWith(`${kind}/`) && !known.has(doc.id) ? [doc as Documents[K]] : []));
    return [...own, ...more];
  }, [live, past, kind, incidentId]);
}
