import { useTranslation } from 'react-i18next';
import { NO_THING, type Thing } from './apply-draft.ts';

interface ThingsProps {
  of: 'equipment' | 'vehicles';
  things: readonly Thing[];
  wrong: string | undefined;
  onChange: (things: readonly Thing[]) => void;
}

/** What a team has, a line each. */
export function Things({ of, things, wrong, onChange }: ThingsProps) {
  const { t } = useTranslation();
  const change = (at: number, part: Partial<Thing>): void => onChange(things.map((one, i) => (i === at ? { ...one, ...part } : one)));
  return (
    <fieldset>
      <legend>{t(`apply.part.${of}`)}</legend>
      {wrong !== undefined && (
        <span className="fh-field-error" role="alert">
          {wrong}
        </span>
      )}
      {things.map((thing, i) => (
        // A line has no name of its own before it is typed.
        <div key={i} className="apply-thing" role="group" aria-label={t(`apply.${of}.line`, { n: i + 1 })}>
          {(['kind', 'count', 'text'] as const).map((part) => (
            <input
              key={part}
              className="fh-input"
              aria-label={t(`apply.${of}.${part}`)}
              placeholder={t(`apply.${of}.${part}`)}
              inputMode={part === 'count' ? 'numeric' : undefined}
              maxLength={part === 'kind' ? 120 : part === 'count' ? 5 : of === 'vehicles' ? 20 : 200}
              value={thing[part]}
              onChange={({ target }) => change(i, { [part]: target.value })}
            />
          ))}
          <button type="button" className="fh-bar-button" aria-label={t('apply.remove')} onClick={() => onChange(things.filter((_, n) => n !== i))}>
            ×
          </button>
        </div>
      ))}
      <button type="button" className="fh-button" onClick={() => onChange([...things, NO_THING])}>
        {t(`apply.${of}.add`)}
      </button>
    </fieldset>
  );
}
