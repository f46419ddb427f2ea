import { useTranslation } from 'react-i18next';
import { useDocuments } from '#client/store/world.ts';
import { languageNow } from '#client/i18n/index.ts';
import { chainOf } from '#shared/duty/policy.ts';

interface ScopeFieldProps {
  home: string;
  adcodes: readonly string[];
  onChange: (adcodes: string[]) => void;
}

/** The regions below the one that speaks: counties of the city, townships of a county. */
export function ScopeField({ home, adcodes, onChange }: ScopeFieldProps) {
  const { t } = useTranslation();
  const organisations = useDocuments('organisation');
  const city = home.endsWith('00') && home.length === 6;
  const below = [...organisations.values()]
    .filter(({ id, kind }) => (city ? kind === 'county' : kind === 'township' || kind === 'village') && chainOf(id).includes(home))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const here = organisations.get(home);
  const nameOf = (one: { name: string; nameEn: string } | undefined): string => (one ? (languageNow() === 'en' ? one.nameEn || one.name : one.name) : home);
  const whole = adcodes.includes(home);
  const toggle = (id: string, on: boolean): void => onChange(on ? [...adcodes.filter((one) => one !== home), id] : adcodes.filter((one) => one !== id));
  return (
    <fieldset className="warn-scope">
      <legend>{t('alert.field.scope')}</legend>
      <label>
        <input type="checkbox" checked={whole} onChange={({ target }) => onChange(target.checked ? [home] : [])} />
        <b>{city ? t('alert.hint.whole') : nameOf(here)}</b>
      </label>
      {below.map((one) => (
        <label key={one.id}>
          <input type="checkbox" checked={whole || adcodes.includes(one.id)} disabled={whole} onChange={({ target }) => toggle(one.id, target.checked)} />
          {nameOf(one)}
        </label>
      ))}
    </fieldset>
  );
}
