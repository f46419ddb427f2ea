import { useTranslation } from 'react-i18next';
import { COLOURS, type Colour } from '#shared/alert/hazards.ts';
import { AlertMark } from './alert-mark.tsx';

/** The four colours, each with its word and shape. */
export function ColourField({ colour, onChange }: { colour: Colour; onChange: (colour: Colour) => void }) {
  const { t } = useTranslation();
  return (
    <fieldset className="warn-colours">
      <legend>{t('alert.field.colour')}</legend>
      {COLOURS.map((one) => (
        <label key={one}>
          <input type="radio" name="colour" checked={one === colour} onChange={() => onChange(one)} />
          <AlertMark colour={one} />
        </label>
      ))}
    </fieldset>
  );
}
