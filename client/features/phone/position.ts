import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
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

const sharing = createStore<Sharing | null>(() => null);

/** How sending goes; null while nothing is sent from here. */
export const useSharing = (): Sharing | null => useStore(sharing);

/** Sends where this phone is until it is told to stop. Where there is no line, nothing is sent and nothing kept. */
export function sendPositions(): () => void {
  const become = (state: Sharing | null): void => sharing.setState(state, true);
  if (!window.isSecureContext || !('geolocation' in navigator)) {
    become('insecure');
    return () => become(null);
  }
  become('looking');
  let last = 0;
  const watch = navigator.geolocation.watchPosition(
    ({ coords: { longitude: lng, latitude: lat, accuracy } }) => {
      become('sharing');
      if (Date.now() - last < EVERY_MS) return;
      last = Date.now();
      liveSocket()?.emit('position', { lng, lat, accuracy, at: new Date(serverNow()).toISOString() });
    },
    ({ code, PERMISSION_DENIED }) => become(code === PERMISSION_DENIED ? 'denied' : 'looking'),
    { enableHighAccuracy: true, maximumAge: 5_000, timeout: 60_000 },
  );
  return () => {
    navigator.geolocation.clearWatch(watch);
    become(null);
  };
}
