import { useWords } from './use-words.ts';

/** A number without typing: two big buttons, and what it is between them. */
export function Stepper({
  label,
  value,
  words,
  less,
  more,
  onChange,
}: {
  label: string;
  value: number;
  words: string;
  /** The next value below and above; undefined where there is none. */
  less: number | undefined;
  more: number | undefined;
  onChange: (value: number) => void;
}) {
  const t = useWords();
  const button = (next: number | undefined, name: string, sign: string) => (
    <button type="button" aria-label={name} disabled={next === undefined} onClick={() => next !== undefined && onChange(next)}>
      {sign}
    </button>
  );
  return (
    <div className="stepper" role="group" aria-label={label}>
      <span className="stepper-label">{label}</span>
      {button(less, t('less', { what: label }), '−')}
      <output aria-live="polite" data-value={value}>
        {words}
      </output>
      {button(more, t('more', { what: label }), '+')}
    </div>
  );
}
