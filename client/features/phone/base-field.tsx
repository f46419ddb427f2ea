import { useEffect, useState } from 'react';
import { loadBase, type BaseData } from '#client/map/counties.ts';
import { regionAt } from '#client/map/region-at.ts';
import type { TeamSaid } from './team-said.ts';
import { TextField } from './text-field.tsx';
import { useWords } from './use-words.ts';

type Said = Pick<TeamSaid, 'base' | 'baseText'>;

/** Where the team sets out from: the phone's own position, or degrees typed; the county follows from the outlines. */
export function BaseField({ said, fault, onChange }: { said: TeamSaid; fault: string | undefined; onChange: (said: Said) => void }) {
  const t = useWords();
  const outlines = useOutlines();
  const [typed, setTyped] = useState({ lng: String(said.base?.lng ?? ''), lat: String(said.base?.lat ?? '') });
  const [problem, setProblem] = useState<string>();
  const place = (lng: number, lat: number): void => {
    const region = outlines && regionAt(outlines.counties, { lng, lat });
    setProblem(region || !outlines ? undefined : t('team.outside'));
    onChange({ baseText: said.baseText, base: region ? { lng, lat, adcode: region.adcode } : null });
  };
  const type = (next: typeof typed): void => {
    setTyped(next);
    const [lng, lat] = [Number(next.lng), Number(next.lat)];
    if (next.lng !== '' && next.lat !== '' && Number.isFinite(lng) && Number.isFinite(lat)) place(lng, lat);
  };
  const here = (): void => {
    setProblem(t('team.baseLooking'));
    const found = ({ coords }: GeolocationPosition): void => {
      const [lng, lat] = [Number(coords.longitude.toFixed(5)), Number(coords.latitude.toFixed(5))];
      setTyped({ lng: String(lng), lat: String(lat) });
      place(lng, lat);
    };
    const failed = (): void => setProblem(t(window.isSecureContext ? 'mission.shareDenied' : 'mission.shareInsecure'));
    navigator.geolocation.getCurrentPosition(found, failed, { enableHighAccuracy: true, timeout: 30_000 });
  };
  return (
    <fieldset className="lines">
      <legend>{t('team.base')}</legend>
      <TextField label={t('team.baseText')} value={said.baseText} max={200} onChange={(baseText) => onChange({ baseText, base: said.base })} />
      <div className="row">
        <TextField label={t('team.lng')} value={typed.lng} inputMode="decimal" onChange={(lng) => type({ ...typed, lng })} />
        <TextField label={t('team.lat')} value={typed.lat} inputMode="decimal" onChange={(lat) => type({ ...typed, lat })} />
      </div>
      <button type="button" className="secondary" disabled={!('geolocation' in navigator)} onClick={here}>
        {t('team.baseHere')}
      </button>
      {(problem ?? fault) !== undefined && (
        <p className="problem" role="status">
          {problem ?? fault}
        </p>
      )}
    </fieldset>
  );
}

function useOutlines(): BaseData | undefined {
  const [data, setData] = useState<BaseData>();
  useEffect(() => {
    loadBase().then(setData, (error: unknown) => console.warn('The outlines of the counties could not be fetched.', error));
  }, []);
  return data;
}
