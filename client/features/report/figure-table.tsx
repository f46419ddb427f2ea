import { useTranslation } from 'react-i18next';
import type { ReportFigures } from '#shared/report/state.ts';
import { FIGURE_WORDS, figureValue, type FigureName } from '#shared/report/wording.ts';
import { pathOf, type ReportDraft } from './report-draft.ts';

interface FigureTableProps {
  draft: ReportDraft;
  last: ReportFigures | undefined;
  wrong: readonly FigureName[];
  /** The paths of figures that jumped or fell: each needs a reason. */
  jumps: readonly string[];
  onChange: (part: Partial<ReportDraft>) => void;
}

/** The figures beside those of the last report. Empty is "nobody has said", which is not 0. */
export function FigureTable({ draft, last, wrong, jumps, onChange }: FigureTableProps) {
  const { t } = useTranslation();
  const before = { ...last?.losses, ...last?.casualties };
  return (
    <table className="rep-figures">
      <thead>
        <tr>
          <th scope="col">{t('report.figures.figure')}</th>
          <th scope="col">{t('report.figures.last')}</th>
          <th scope="col">{t('report.figures.now')}</th>
        </tr>
      </thead>
      <tbody>
        {FIGURE_WORDS.map(([name, , unit]) => {
          const path = pathOf(name);
          const said = before[name] === undefined ? undefined : figureValue(name, before[name]);
          const typed = draft.figures[name] ?? '';
          const jumped = jumps.includes(path);
          return [
            <tr key={name} data-changed={last !== undefined && typed !== String(said ?? '')} data-jumped={jumped}>
              <th scope="row">
                {t(`report.figure.${name}`)} <small>{t(`report.unit.${unit}`)}</small>
              </th>
              <td>{said ?? '—'}</td>
              <td>
                <input
                  className="fh-input"
                  inputMode="decimal"
                  maxLength={12}
                  autoComplete="off"
                  placeholder="—"
                  aria-label={t(`report.figure.${name}`)}
                  aria-invalid={wrong.includes(name) || undefined}
                  value={typed}
                  onChange={(event) => onChange({ figures: { ...draft.figures, [name]: event.target.value } })}
                />
              </td>
            </tr>,
            jumped && (
              <tr key={path} className="rep-reason">
                <td colSpan={3}>
                  <label>
                    {t('report.figures.why', { figure: t(`report.figure.${name}`) })}
                    <input
                      className="fh-input"
                      maxLength={200}
                      value={draft.reasons[path] ?? ''}
                      placeholder={t('report.figures.whyHint')}
                      onChange={(event) => onChange({ reasons: { ...draft.reasons, [path]: event.target.value } })}
                    />
                  </label>
                </td>
              </tr>
            ),
          ];
        })}
      </tbody>
    </table>
  );
}
