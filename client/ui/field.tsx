import { useId, useState, type ComponentProps, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type Props = { label: ReactNode; hint?: ReactNode; error?: ReactNode } & Omit<ComponentProps<'input'>, 'id' | 'className'>;

/** A labelled field of the light pages. A password can be looked at: at night, with gloves, typing blind locks people out. */
export function Field({ label, hint, error, type = 'text', ...input }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [shown, setShown] = useState(false);
  const secret = type === 'password';
  const described = [error ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ');
  return (
    <div className="fh-field">
      <label htmlFor={id}>{label}</label>
      <div className="fh-field-box">
        <input
          {...input}
          id={id}
          className="fh-input"
          type={secret && shown ? 'text' : type}
          aria-invalid={error ? true : undefined}
          aria-describedby={described || undefined}
        />
        {secret && (
          <button type="button" className="fh-field-show" aria-pressed={shown} onClick={() => setShown(!shown)}>
            {t(shown ? 'common.hide' : 'common.show')}
          </button>
        )}
      </div>
      {error && (
        <span id={`${id}-error`} className="fh-field-error" role="alert">
          {error}
        </span>
      )}
      {hint && (
        <span id={`${id}-hint`} className="fh-field-hint">
          {hint}
        </span>
      )}
    </div>
  );
}
