import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import type { Place } from '#shared/incident/orders.ts';
import { Combobox } from './combobox.tsx';
import type { LogDraft } from './log-draft.ts';
import { COUNTY_CHOICES, countyOf, suggestCounties, withCounty } from './parse-place.ts';

interface PlaceFieldProps {
  draft: Pick<LogDraft, 'place' | 'picked'>;
  /** What the draft says by now, as it would be recorded. */
  place: Place | undefined;
  invalid: boolean;
  onChange: (change: Pick<LogDraft, 'place'> & Partial<Pick<LogDraft, 'picked'>>) => void;
}

/** A place, typed as it is told; beneath it, what the record will say. */
export function PlaceField({ draft, place, invalid, onChange }: PlaceFieldProps) {
  const { t } = useTranslation();
  const english = languageNow() === 'en';
  const nameOf = (county: { zh: string; en: string }): string => (english ? `${county.en} ${county.zh}` : county.zh);
  return (
    <>
      <Combobox
        label={t('incident.field.place')}
        value={draft.place}
        placeholder={t('incident.log.placeHint')}
        choices={suggestCounties(draft.place).map((county) => ({ key: county.adcode, label: nameOf(county), aside: county.adcode }))}
        invalid={invalid}
        onText={(text) => onChange({ place: text })}
        onPick={(adcode) => {
          const county = COUNTY_CHOICES.find((one) => one.adcode === adcode);
          if (county) onChange({ place: withCounty(draft.place, county), picked: draft.picked });
        }}
      />
      <p className="inc-log-read" data-ok={place !== undefined}>
        {place ? (
          <PlaceRead place={place} clicked={draft.picked !== null} onUnpick={() => onChange({ place: draft.place, picked: null })} />
        ) : (
          t(draft.picked ? 'incident.log.outside' : 'incident.log.placeNeeded')
        )}
      </p>
    </>
  );
}

function PlaceRead({ place, clicked, onUnpick }: { place: Place; clicked: boolean; onUnpick: () => void }) {
  const { t } = useTranslation();
  const county = countyOf(place.adcode);
  const name = county ? (languageNow() === 'en' ? county.en : county.zh) : place.adcode;
  return (
    <>
      {name} · {place.lng.toFixed(4)}, {place.lat.toFixed(4)} ·{' '}
      {t(place.accuracyM === undefined ? (clicked ? 'incident.log.byClick' : 'incident.log.byTyping') : 'incident.log.about')}
      {clicked && (
        <button type="button" className="inc-link" onClick={onUnpick}>
          {t('incident.log.unpick')}
        </button>
      )}
    </>
  );
}
