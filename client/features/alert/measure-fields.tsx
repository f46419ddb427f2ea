import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { Icon } from '#client/ui/icon.tsx';
import { measuresFor } from '#plans/alert-measures.ts';
import type { Colour } from '#shared/alert/hazards.ts';
import type { TypedMeasure } from './draft.ts';

interface MeasureFieldsProps {
  colour: Colour;
  measures: readonly TypedMeasure[];
  onChange: (measures: TypedMeasure[]) => void;
}

/** What is to be done and by whom. What law lists for the colour is filled in by one button, and may be changed. */
export function MeasureFields({ colour, measures, onChange }: MeasureFieldsProps) {
  const { t } = useTranslation();
  const lawful = measuresFor(colour).filter(({ art }) => !measures.some((one) => one.art === art));
  // Where one goes on writing: a button that has done its work may be gone, and the keys with it.
  const [next, setNext] = useState<number>();
  const add = (more: TypedMeasure[]): void => {
    setNext(measures.length);
    onChange([...measures, ...more]);
  };
  const set = (at: number, part: Partial<TypedMeasure>): void => onChange(measures.map((one, i) => (i === at ? { ...one, ...part } : one)));
  return (
    <fieldset className="warn-measure-fields">
      <legend>{t('alert.field.measures')}</legend>
      {measures.map((one, i) => (
        <div key={i}>
          <small>{one.art ?? ''}</small>
          <input
            className="fh-input"
            aria-label={`${t('alert.hint.measure')} ${i + 1}`}
            placeholder={t('alert.hint.measure')}
            autoFocus={i === next}
            maxLength={200}
            value={one.text}
            onChange={({ target }) => set(i, { text: target.value })}
          />
          <input
            className="fh-input"
            aria-label={`${t('alert.field.owner')} ${i + 1}`}
            placeholder={t('alert.hint.owner')}
            maxLength={200}
            value={one.owner}
            onChange={({ target }) => set(i, { owner: target.value })}
          />
          <button
            type="button"
            className="fh-bar-button"
            aria-label={`${t('alert.do.removeMeasure')} ${i + 1}`}
            onClick={() => onChange(measures.filter((_, at) => at !== i))}
          >
            <Icon name="no" size={12} />
          </button>
        </div>
      ))}
      <p>
        <button type="button" className="fh-button" onClick={() => add([{ text: '', owner: '' }])}>
          {t('alert.do.addMeasure')}
        </button>
        {lawful.length > 0 && (
          <button
            type="button"
            className="fh-button"
            onClick={() => add(lawful.map(({ art, zh, en }) => ({ art, text: languageNow() === 'en' ? en : zh, owner: '' })))}
          >
            {t('alert.do.addLaw')} <small>{lawful.length}</small>
          </button>
        )}
      </p>
      <small className="fh-field-hint">{t('alert.hint.lawful')}</small>
    </fieldset>
  );
}
