import { useTranslation } from 'react-i18next';
import { FIGURES, type LogDraft } from './log-draft.ts';

interface FigureFieldsProps {
  figures: LogDraft['figures'];
  wrong: readonly string[];
  onChange: (figures: LogDraft['figures']) => void;
}

/** Six numbers in one row. Empty is "nobody has said", which is not 0. */
export function FigureFields({ figures, wrong, onChange }: FigureFieldsProps) {
  const { t } = useTranslation();
  return (
    <div className="inc-figures-edit">
      {FIGURES.map((figure) => (
        <label key={figure} data-field={figure}>
          <span>{t(`incident.figure.${figure}`)}</span>
          <input
            className="fh-input"
            inputMode="numeric"
            maxLength={7}
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
