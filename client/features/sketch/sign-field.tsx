import { useTranslation } from 'react-i18next';
import { colourOf, dashOf } from '#client/map/sketch-look.ts';
import { SIGNS, type Sign } from '#shared/sketch/orders.ts';

/** The sign of a drawing as a line in its colour and pattern. */
export function SignMark({ sign }: { sign: Sign }) {
  return (
    <svg className="sk-mark" width="26" height="10" viewBox="0 0 26 10" aria-hidden>
      <line x1="1" y1="5" x2="25" y2="5" stroke={colourOf(sign)} strokeWidth="3" strokeDasharray={dashOf(sign)} />
    </svg>
  );
}

export function SignField({ value, onChange }: { value: Sign; onChange: (sign: Sign) => void }) {
  const { t } = useTranslation();
  return (
    <fieldset className="sk-signs">
      <legend>{t('sketch.signTitle')}</legend>
      {SIGNS.map((sign) => (
        <label key={sign}>
          <input type="radio" name="sketch-sign" checked={value === sign} onChange={() => onChange(sign)} />
          <SignMark sign={sign} />
          <span>{t(`sketch.sign.${sign}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
