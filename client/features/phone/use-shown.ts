import { useMemo } from 'react';
import type { Mission } from '#shared/dispatch/mission.ts';
import { useOutbox } from '#client/store/outbox.ts';
import { asGiven, type Shown } from './as-given.ts';

/** A mission as this phone shows it: with what waits to be sent. */
export function useShown(mission: Mission | undefined): Shown | undefined {
  const entries = useOutbox();
  return useMemo(() => mission && asGiven(mission, entries), [mission, entries]);
}
