import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { loadBase } from '#client/map/counties.ts';
import { regionAt } from '#client/map/region-at.ts';
import type { LngLat } from '#shared/geo.ts';

/** The phone says where it is, if its owner lets it. */
export function MyPlace({ onPlace }: { onPlace: (at: LngLat, adcode: string) => void }) {
  const { t } = useTranslation();
  const [state, setState] = useState<'idle' | 'asking' | 'failed'>('idle');
  const ask = (): void => {
    setState('asking');
    const found = async ({ coords: { longitude, latitude } }: GeolocationPosition): Promise<void> => {
      const at = { lng: Number(longitude.toFixed(6)), lat: Number(latitude.toFixed(6)) };
      const { counties } = await loadBase();
      setState('idle');
      onPlace(at, regionAt(counties, at)?.adcode ?? '');
    };
    const failed = (reason: unknown): void => {
      console.warn('This device did not say where it is.', reason);
      setState('failed');
    };
    navigator.geolocation.getCurrentPosition((position) => void found(position).catch(failed), failed, { enableHighAccuracy: true, timeout: 15_000 });
  };
  return (
    <>
      <button type="button" className="fh-button" disabled={state === 'asking'} onClick={ask}>
        {t(state === 'asking' ? 'apply.locating' : 'apply.here')}
      </button>
      {state === 'failed' && (
        <span className="fh-field-error" role="alert">
          {t('apply.noPlace')}
        </span>
      )}
    </>
  );
}
