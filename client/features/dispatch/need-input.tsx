import type { ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import i18next from 'i18next';
import type { NeedField } from './need-draft.ts';

interface NeedInputProps {
  id: string;
  field: NeedField;
  value: string;
  wrong: boolean;
  rows?: number;
  numeric?: boolean;
  onType: (value: string) => void;
}

/** One field of a need: its name, what is typed, and, once somebody tried to ask with it wrong, what it wants. */
export function NeedInput({ id, field, value, wrong, rows, numeric = false, onType }: NeedInputProps) {
  const { t } = useTranslation();
  const hint = `dispatch.need.hint.${field}`;
  const shared = {
    id,
    className: 'fh-input',
    value,
    placeholder: i18next.exists(hint) ? t(hint) : undefined,
    'aria-invalid': wrong || undefined,
    'aria-describedby': wrong ? `${id}-wants` : undefined,
    onChange: ({ target }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => onType(target.value),
  };
  return (
    <div className="dis-field">
      <label htmlFor={id}>{t(`dispatch.need.${field}`)}</label>
      {rows === undefined ? (
        <input {...shared} autoComplete="off" inputMode={numeric ? 'numeric' : undefined} maxLength={200} />
      ) : (
        <textarea {...shared} rows={rows} maxLength={2000} />
      )}
      {wrong && (
        <small id={`${id}-wants`} className="dis-no">
          {t(`dispatch.need.wants.${field}`)}
        </small>
      )}
    </div>
  );
}
