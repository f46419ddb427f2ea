import { TextField } from './text-field.tsx';
import { useWords } from './use-words.ts';

interface Field<K extends string> {
  name: K;
  label: string;
  type?: 'date';
  inputMode?: 'numeric' | 'decimal';
}

type Line<K extends string> = Readonly<Record<K, string>>;

/** Several of the same, each of a few fields, with one more to add. */
export function LinesField<K extends string>({
  label,
  fields,
  lines,
  onChange,
}: {
  label: string;
  fields: readonly Field<K>[];
  lines: readonly Line<K>[];
  onChange: (lines: readonly Line<K>[]) => void;
}) {
  const t = useWords();
  const changed = (at: number, name: K, value: string): void => onChange(lines.map((line, n) => (n === at ? { ...line, [name]: value } : line)));
  // Every field of the form is named, and each of them empty.
  const empty = (): Line<K> => Object.fromEntries(fields.map(({ name }) => [name, ''])) as Line<K>;
  return (
    <fieldset className="lines">
      <legend>{label}</legend>
      {lines.map((line, at) => (
        <div key={at} className="line" role="group" aria-label={`${label} ${at + 1}`}>
          {fields.map(({ name, label: field, ...more }) => (
            <TextField key={name} label={field} value={line[name]} max={120} {...more} onChange={(value) => changed(at, name, value)} />
          ))}
          <button
            type="button"
            className="icon-button"
            aria-label={`${t('debrief.remove')}: ${label} ${at + 1}`}
            onClick={() => onChange(lines.filter((_, n) => n !== at))}
          >
            ×
          </button>
        </div>
      ))}
      <button type="button" className="quiet" onClick={() => onChange([...lines, empty()])}>
        + {t('debrief.add')}
      </button>
    </fieldset>
  );
}
