import type { Fix } from './compose.ts';

export type Locating = { state: 'asking' } | { state: 'fixed'; fix: Fix } | { state: 'denied' } | { state: 'unavailable' } | { state: 'insecure' };

const OPTIONS: PositionOptions = { enableHighAccuracy: true, maximumAge: 60_000, timeout: 120_000 };
/** A better fix replaces a worse one; a worse one replaces it only when it is this old. */
const STALE_MS = 30_000;

/** Watches where the phone is, and says each better knowledge. */
export function locate(until: AbortSignal, tell: (locating: Locating) => void): void {
  if (!window.isSecureContext || !('geolocation' in navigator)) return tell({ state: 'insecure' });
  let best: (Fix & { at: number }) | undefined;
  const found = ({ coords, timestamp }: GeolocationPosition): void => {
    if (best && coords.accuracy > best.accuracyM && timestamp - best.at < STALE_MS) return;
    best = { lng: coords.longitude, lat: coords.latitude, accuracyM: coords.accuracy, at: timestamp };
    const { lng, lat, accuracyM } = best;
    tell({ state: 'fixed', fix: { lng, lat, accuracyM } });
  };
  const failed = ({ code, PERMISSION_DENIED }: GeolocationPositionError): void => {
    if (!best) tell({ state: code === PERMISSION_DENIED ? 'denied' : 'unavailable' });
  };
  tell({ state: 'asking' });
  const watch = navigator.geolocation.watchPosition(found, failed, OPTIONS);
  until.addEventListener('abort', () => navigator.geolocation.clearWatch(watch));
}
