import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { LngLat } from '#shared/geo.ts';
import type { Picked } from './map-view.tsx';

interface Asked {
  /** Where its mark stands now; null before there is one. */
  at: LngLat | null;
  onPick: (picked: Picked) => void;
}

const asked = createStore<{ now: Asked | undefined }>(() => ({ now: undefined }));

/** What a form beside the map asks to be pointed at, if any. */
export const usePlaceAsked = (): Asked | undefined => useStore(asked, ({ now }) => now);

/** While `on`, a click on the map answers this form and its mark can be dragged. */
export function useAskPlace(on: boolean, at: LngLat | null, onPick: (picked: Picked) => void): void {
  const latest = useRef(onPick);
  useEffect(() => {
    latest.current = onPick;
  });
  const [lng, lat] = [at?.lng, at?.lat];
  useEffect(() => {
    if (!on) return;
    const mine: Asked = { at: lng === undefined || lat === undefined ? null : { lng, lat }, onPick: (picked) => latest.current(picked) };
    asked.setState({ now: mine });
    return () => {
      if (asked.getState().now === mine) asked.setState({ now: undefined });
    };
  }, [on, lng, lat]);
}
