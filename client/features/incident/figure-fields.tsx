import { useTranslation } from 'react-i18next';
import { peopleOf } from './figures.ts';
import type { LogDraft } from './log-draft.ts';

interface FigureFieldsProps {
  typeCode: string;
  figures: LogDraft['figures'];
  wrong: readonly string[];
  onChange: (figures: LogDraft['figures']) => void;
}

/** The numbers of people in one row. Empty is "nobody has said", which is not 0. */
export function FigureFields({ typeCode, figures, wrong, onChange }: FigureFieldsProps) {
  const { t } = useTranslation();
  const asked = peopleOf(typeCode);
  return (
    <div className="inc-figures-edit" data-columns={asked.length}>
      {asked.map((figure) => (
        <label key={figure} data-field={figure}>
          <span>{t(`incident.figure.${figure}`)}</span>
          <input
            className="fh-input"
            inputMode="numeric"
            maxLength={8}
            value={figures[figure] ?? ''}
            aria-invalid={wrong.includes(figure) || undefined}
            autoComplete="off"
            placeholder="—"
            onChange={(event) => onChange({ ...figures, [figure]: event.target.value })}
          />
        </label>
      ))}
    </div>
  );
}
