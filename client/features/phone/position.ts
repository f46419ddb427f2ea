import { useEffect, useState } from 'react';
import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import { isCommitted, type Mission } from '#shared/dispatch/mission.ts';
import { serverNow } from '#client/store/connection.ts';
import { liveSocket } from '#client/store/socket.ts';

const KEY = 'fenghuo.team.sharing';
const EVERY_MS = 10_000;

/** The mission in which this phone shares where it is: chosen on this phone, for that mission alone. */
const chosen = createStore<string | null>(() => localStorage.getItem(KEY));

export const useSharedHere = (): string | null => useStore(chosen);

export function shareHere(missionId: string | null): void {
  if (missionId === null) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, missionId);
  chosen.setState(missionId, true);
}

/** Whether this phone sends: the mission is not over, the team's switch is on, and it was switched on here. */
export const sends = (mission: Mission, here: string | null): boolean => here === mission.id && mission.sharingSince !== undefined && isCommitted(mission);

export type Sharing = 'looking' | 'sharing' | 'denied' | 'insecure';

/** Sends where this phone is while `on`, and says how that goes. Where there is no line, nothing is sent and nothing kept. */
export function useSender(on: boolean): Sharing | undefined {
  const [state, setState] = useState<Sharing>();
  useEffect(() => {
    if (!on) return;
    if (!window.isSecureContext || !('geolocation' in navigator)) return setState('insecure');
    setState('looking');
    let last = 0;
    const watch = navigator.geolocation.watchPosition(
      ({ coords: { longitude: lng, latitude: lat, accuracy } }) => {
        setState('sharing');
        if (Date.now() - last < EVERY_MS) return;
        last = Date.now();
        liveSocket()?.emit('position', { lng, lat, accuracy, at: new Date(serverNow()).toISOString() });
      },
      ({ code, PERMISSION_DENIED }) => setState(code === PERMISSION_DENIED ? 'denied' : 'looking'),
      { enableHighAccuracy: true, maximumAge: 5_000, timeout: 60_000 },
    );
    return () => {
      navigator.geolocation.clearWatch(watch);
      setState(undefined);
    };
  }, [on]);
  return on ? state : undefined;
}
