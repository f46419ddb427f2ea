import { useMemo } from 'react';
import { useMode } from '#client/store/mode.ts';
import { useDocuments } from '#client/store/world.ts';
import { outOf, type Out } from './out.ts';

export function useOut(): Out {
  const exercise = useMode() === 'drill';
  const dispatches = useDocuments('dispatch');
  const missions = useDocuments('mission');
  return useMemo(() => outOf(dispatches.values(), missions.values(), exercise), [dispatches, missions, exercise]);
}
