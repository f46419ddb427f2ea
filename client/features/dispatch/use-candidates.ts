import { useEffect, useState } from 'react';
import { api } from '#client/store/api.ts';
import { useDocuments } from '#client/store/world.ts';
import type { Capability } from '#shared/dispatch/orders.ts';
import type { Excluded, Ranked } from '#shared/dispatch/rank.ts';
import type { LngLat } from '#shared/geo.ts';

export interface Ranking {
  ranked: readonly Ranked[];
  excluded: readonly Excluded[];
}

export interface Candidates {
  /** The last answer stays while it is asked again. */
  ranking?: Ranking;
  state: 'asking' | 'ready' | 'failed' | 'none';
  again: () => void;
}

/** Nobody reads a ranking that changes with each key. */
const PAUSE_MS = 300;
const LIMIT = 50;

/** Which teams fit, as the server ranks them; asked again when a team or a mission changes. A seat that is not shown it does not ask. */
export function useCandidates({ category, minLevel }: Capability, { lng, lat }: LngLat, exercise: boolean, asks: boolean): Candidates {
  const missions = useDocuments('mission');
  const teams = useDocuments('team');
  const [held, setHeld] = useState<Pick<Candidates, 'ranking' | 'state'>>({ state: 'asking' });
  const [round, setRound] = useState(0);
  const query = new URLSearchParams({ category, lng: String(lng), lat: String(lat), exercise: String(exercise), limit: String(LIMIT) });
  if (minLevel !== undefined) query.set('minLevel', String(minLevel));
  const path = `/dispatches/candidates?${query}`;
  useEffect(() => {
    if (!asks) return setHeld({ state: 'none' });
    let current = true;
    setHeld((before) => ({ ...before, state: 'asking' }));
    const timer = setTimeout(() => {
      api<Ranking>(path).then(
        (ranking) => current && setHeld({ ranking, state: 'ready' }),
        (error: unknown) => {
          console.warn('The ranking could not be fetched.', error);
          if (current) setHeld((before) => ({ ...before, state: 'failed' }));
        },
      );
    }, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [asks, path, round, missions, teams]);
  return { ...held, again: () => setRound((n) => n + 1) };
}
