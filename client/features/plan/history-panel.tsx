import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { useAuthor } from '#client/ui/names.ts';
import { formatTime } from '#client/ui/time.ts';
import { cityDay } from '#shared/report/workdays.ts';
import type { PlanStep } from '#shared/plan/state.ts';
import type { PlanPanelProps } from './plan-view.tsx';

/** Which versions there were, and what was done with the plan, the latest first. */
export function HistoryPanel({ plan, edition, onCompare }: PlanPanelProps) {
  const { t } = useTranslation();
  return (
    <div className="pln-panel">
      <h3>{t('plan.history.versions')}</h3>
      {plan.versions.toReversed().map((one) => (
        <div key={one.no} className="pln-said">
          <b>
            {t('plan.version', { no: one.no })} {one.docNo}
          </b>
          <small>
            {t('plan.history.since', { at: cityDay(one.effectiveAt) })}
            {one.supersededAt !== undefined && ` · ${t('plan.history.supersededAt', { at: cityDay(one.supersededAt) })}`}
          </small>
          {edition && edition.no !== one.no && (
            <button type="button" className="fh-button" onClick={() => onCompare(one.no)}>
              {t('plan.history.compare', { version: t('plan.version', { no: one.no }) })}
            </button>
          )}
        </div>
      ))}
      <h3>{t('plan.history.title')}</h3>
      {plan.steps.toReversed().map((one, i) => (
        <Step key={`${one.at} ${one.what} ${i}`} step={one} />
      ))}
    </div>
  );
}

function Step({ step }: { step: PlanStep }) {
  const { t } = useTranslation();
  const { name, seat } = useAuthor(step.by);
  return (
    <div className="pln-step">
      <b>{t(`plan.step.${step.what}`)}</b>{' '}
      <small>
        {t('plan.version', { no: step.no })} · {name} {seat} · {formatTime(step.at, languageNow())}
      </small>
      {step.text !== undefined && <p>{step.text}</p>}
    </div>
  );
}
