import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { languageNow } from '#client/i18n/index.ts';
import { useAuthor, useOrganisationName } from '#client/ui/names.ts';
import { formatTime } from '#client/ui/time.ts';
import { whyNot, type LifeStep } from '#shared/plan/policy.ts';
import { stateOf, type PlanDraft, type Review } from '#shared/plan/state.ts';
import { ApproveForm, ConsultForm, EvaluateForm, IssueForm, ReasonForm, ReviewForm, ReviseForm, ToReview } from './life-forms.tsx';
import type { PlanPanelProps } from './plan-view.tsx';

/** The steps that lie before a plan now. What this seat can't do stands there with the reason. */
export function LifePanel({ plan, actor, own }: PlanPanelProps) {
  const { t } = useTranslation();
  const { draft, status, current } = plan;
  const why = (step: LifeStep, aspect?: 'coordination' | 'legality'): string | undefined => {
    const reason = whyNot(step, plan, actor, own, aspect);
    return reason === undefined ? undefined : t(`plan.why.${reason}`, { count: draft?.openComments ?? 0 });
  };
  if (status === 'abolished') return <p className="pln-panel">{t('plan.life.abolished')}</p>;
  const about = { plan };
  return (
    <div className="pln-panel">
      <b>{t('plan.life.now', { state: t(`plan.state.${draft?.stage ?? stateOf(plan)}`) })}</b>
      {draft && <DraftLines draft={draft} />}
      {draft?.stage === 'drafting' && <ConsultForm {...about} why={why('submit')} />}
      {draft?.stage === 'consultation' && <ToReview {...about} why={why('submit')} />}
      {draft?.stage === 'review' &&
        (['coordination', 'legality'] as const)
          .filter((aspect) => !draft.reviews.some((one) => one.aspect === aspect))
          .map((aspect) => <ReviewForm key={aspect} {...about} aspect={aspect} why={why('review', aspect)} />)}
      {draft?.stage === 'approval' && <ApproveForm {...about} why={why('approve')} />}
      {draft?.stage === 'approved' && <IssueForm {...about} why={why('issue')} />}
      {current && !draft && (
        <>
          <Folded label={t('plan.life.revise')} why={why('revise')}>
            <ReviseForm {...about} />
          </Folded>
          <EvaluateForm {...about} why={why('evaluate')} />
          <Folded label={t('plan.life.retire')} why={why('retire')}>
            <ReasonForm type="plan.retire" planId={plan.id} label={t('plan.life.retire')} />
          </Folded>
        </>
      )}
      {draft && draft.stage !== 'issued' && (
        <Folded label={t('plan.life.withdraw')} why={why('withdraw')}>
          <ReasonForm type="plan.withdraw" planId={plan.id} label={t('plan.life.withdraw')} />
        </Folded>
      )}
    </div>
  );
}

function DraftLines({ draft }: { draft: PlanDraft }) {
  const { t } = useTranslation();
  const by = useAuthor(draft.by);
  const { returned, trigger, consulted, reviews } = draft;
  return (
    <>
      <small>{t('plan.life.by', { name: `${by.name} ${by.seat}` })}</small>
      {trigger && (
        <p>
          {t('plan.life.trigger', { trigger: t(`plan.trigger.${trigger.trigger}`), reason: trigger.reason })}{' '}
          {trigger.evidence?.incidentId !== undefined && (
            <Link to={`/history?incident=${trigger.evidence.incidentId}`}>{t('plan.life.incident', { number: trigger.evidence.incidentNumber ?? '' })}</Link>
          )}
        </p>
      )}
      {returned && <p className="pln-returned">{t('plan.life.returned', { at: formatTime(returned.at, languageNow()), reason: returned.reason })}</p>}
      {consulted.length > 0 && (
        <p>
          <small>{t('plan.life.consulted')}：</small>
          {consulted.map((org) => (
            <Org key={org} id={org} />
          ))}
        </p>
      )}
      {reviews.map((one) => (
        <Passed key={one.aspect} review={one} />
      ))}
    </>
  );
}

function Org({ id }: { id: string }) {
  return <span className="pln-chip">{useOrganisationName(id)}</span>;
}

function Passed({ review }: { review: Review }) {
  const { t } = useTranslation();
  const { name } = useAuthor(review.by);
  return (
    <p>
      {t('plan.life.passed', { aspect: t(`plan.life.review.${review.aspect}`), name, at: formatTime(review.at, languageNow()) })}{' '}
      <small>{review.opinion}</small>
    </p>
  );
}

/** A step that is opened when it is wanted; one that can't be taken says why. */
function Folded({ label, why, children }: { label: string; why: string | undefined; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <div className="pln-step">
      <button type="button" className="fh-button" disabled={why !== undefined} aria-expanded={open} onClick={() => setOpen(!open)}>
        {label}
      </button>
      {why !== undefined && <small> {why}</small>}
      {open && why === undefined && children}
    </div>
  );
}
