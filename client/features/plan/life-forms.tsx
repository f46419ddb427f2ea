import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { serverNow } from '#client/store/connection.ts';
import { send } from '#client/store/outbox.ts';
import { useDocuments } from '#client/store/world.ts';
import { OrderState } from '#client/ui/order-state.tsx';
import { TRIGGERS } from '#shared/plan/orders.ts';
import type { Plan } from '#shared/plan/state.ts';
import { cityDay } from '#shared/report/workdays.ts';
import { Line } from './item-fields.tsx';

interface StepProps {
  plan: Plan;
  why: string | undefined;
}

/** A form that gives an order, with what became of it; where it can't be given, why. */
function Step({ why, order, onGive, children }: { why: string | undefined; order: string | undefined; onGive?: () => void; children: ReactNode }) {
  const give = (event: FormEvent): void => {
    event.preventDefault();
    onGive?.();
  };
  return (
    <form className="pln-form" onSubmit={give}>
      <fieldset disabled={why !== undefined}>{children}</fieldset>
      {why !== undefined && <small>{why}</small>}
      <OrderState id={order} />
    </form>
  );
}

/** In the order in which they are offered; those of one's own region first. */
const CONSULTED = ['department', 'township', 'county', 'city'];

/** Who is asked: departments, counties and townships of this city. */
export function ConsultForm({ plan, why }: StepProps) {
  const { t } = useTranslation();
  const organisations = useDocuments('organisation');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(plan.draft?.consulted));
  const [order, setOrder] = useState<string>();
  const toggle = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const rank = ({ kind, id, parent }: { kind: string; id: string; parent?: string }): string =>
    `${CONSULTED.indexOf(kind)}${parent === plan.owner || plan.above[0] === parent ? 0 : 1}${id}`;
  const shown = [...organisations.values()]
    .filter(({ id, kind }) => CONSULTED.includes(kind) && id !== plan.owner)
    .sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  return (
    <Step why={why} order={order} onGive={() => chosen.size > 0 && setOrder(send('plan.submit', { planId: plan.id, consult: [...chosen] }).id)}>
      <b>{t('plan.life.consulted')}</b> <small>{t('plan.life.consultHint')}</small>
      <div className="pln-choices">
        {shown.map((one) => (
          <label key={one.id}>
            <input type="checkbox" checked={chosen.has(one.id)} onChange={() => toggle(one.id)} /> {languageNow() === 'en' ? one.nameEn : one.name}
          </label>
        ))}
      </div>
      <button type="submit" className="fh-button fh-button-primary" disabled={chosen.size === 0}>
        {t('plan.life.submitConsult')}
      </button>
    </Step>
  );
}

export function ToReview({ plan, why }: StepProps) {
  const { t } = useTranslation();
  const [order, setOrder] = useState<string>();
  return (
    <Step why={why} order={order} onGive={() => setOrder(send('plan.submit', { planId: plan.id }).id)}>
      <button type="submit" className="fh-button fh-button-primary">
        {t('plan.life.submitReview')}
      </button>
    </Step>
  );
}

export function ReviewForm({ plan, why, aspect }: StepProps & { aspect: 'coordination' | 'legality' }) {
  const { t } = useTranslation();
  const [opinion, setOpinion] = useState('');
  const [order, setOrder] = useState<string>();
  const give = (passed: boolean): void => setOrder(send('plan.review', { planId: plan.id, aspect, passed, opinion: opinion.trim() }).id);
  return (
    <Step why={why} order={order}>
      <b>{t(`plan.life.review.${aspect}`)}</b>
      <Line label={t('plan.life.opinion')} rows={2} value={opinion} onChange={setOpinion} />
      <TwoWays yes={t('plan.life.pass')} no={t('plan.life.return')} ready={opinion.trim() !== ''} onGive={give} />
    </Step>
  );
}

export function ApproveForm({ plan, why }: StepProps) {
  const { t } = useTranslation();
  const [opinion, setOpinion] = useState('');
  const [order, setOrder] = useState<string>();
  const give = (approved: boolean): void => setOrder(send('plan.approve', { planId: plan.id, approved, opinion: opinion.trim() }).id);
  return (
    <Step why={why} order={order}>
      <Line label={t('plan.life.opinion')} rows={2} value={opinion} onChange={setOpinion} />
      <TwoWays yes={t('plan.life.approve')} no={t('plan.life.reject')} ready={opinion.trim() !== ''} onGive={give} />
    </Step>
  );
}

function TwoWays({ yes, no, ready, onGive }: { yes: string; no: string; ready: boolean; onGive: (yes: boolean) => void }) {
  return (
    <div className="pln-row">
      <button type="button" className="fh-button fh-button-primary" disabled={!ready} onClick={() => onGive(true)}>
        {yes}
      </button>
      <button type="button" className="fh-button" disabled={!ready} onClick={() => onGive(false)}>
        {no}
      </button>
    </div>
  );
}

export function IssueForm({ plan, why }: StepProps) {
  const { t } = useTranslation();
  const [docNo, setDocNo] = useState('');
  const [issuedAt, setIssuedAt] = useState(() => cityDay(new Date(serverNow()).toISOString()));
  const [effectiveAt, setEffectiveAt] = useState('');
  const [draftingNote, setDraftingNote] = useState('');
  const [publicUrl, setPublicUrl] = useState('');
  const [order, setOrder] = useState<string>();
  const ready = docNo.trim() !== '' && draftingNote.trim() !== '' && issuedAt !== '';
  const give = (): void => {
    if (!ready) return;
    const optional = { ...(effectiveAt === '' ? {} : { effectiveAt }), ...(publicUrl.trim() === '' ? {} : { publicUrl: publicUrl.trim() }) };
    setOrder(send('plan.issue', { planId: plan.id, docNo: docNo.trim(), issuedAt, draftingNote: draftingNote.trim(), ...optional }).id);
  };
  return (
    <Step why={why} order={order} onGive={give}>
      <Line label={t('plan.life.docNo')} value={docNo} onChange={setDocNo} />
      <Line label={t('plan.life.issuedOn')} type="date" value={issuedAt} onChange={setIssuedAt} />
      <Line label={t('plan.life.effectiveOn')} type="date" value={effectiveAt} onChange={setEffectiveAt} />
      <Line label={t('plan.life.draftingNote')} rows={4} value={draftingNote} onChange={setDraftingNote} />
      {!plan.confidential && <Line label={t('plan.life.publicUrl')} type="url" value={publicUrl} onChange={setPublicUrl} />}
      <button type="submit" className="fh-button fh-button-primary" disabled={!ready}>
        {t('plan.life.issue')}
      </button>
    </Step>
  );
}

export function ReviseForm({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const id = useId();
  const incidents = useDocuments('incident');
  const [trigger, setTrigger] = useState<(typeof TRIGGERS)[number]>('event');
  const [reason, setReason] = useState('');
  const [incidentId, setIncidentId] = useState('');
  const [order, setOrder] = useState<string>();
  const give = (): void => {
    if (reason.trim() !== '')
      setOrder(send('plan.revise', { planId: plan.id, trigger, reason: reason.trim(), ...(incidentId === '' ? {} : { incidentId }) }).id);
  };
  return (
    <Step why={undefined} order={order} onGive={give}>
      <label htmlFor={`${id}-trigger`}>{t('plan.life.triggerLabel')}</label>
      <select id={`${id}-trigger`} className="fh-input" value={trigger} onChange={({ target }) => setTrigger(target.value as typeof trigger)}>
        {TRIGGERS.map((one) => (
          <option key={one} value={one}>
            {t(`plan.trigger.${one}`)}
          </option>
        ))}
      </select>
      <Line label={t('plan.life.reason')} rows={2} value={reason} onChange={setReason} />
      <label htmlFor={`${id}-incident`}>{t('plan.life.incidentLabel')}</label>
      <select id={`${id}-incident`} className="fh-input" value={incidentId} onChange={({ target }) => setIncidentId(target.value)}>
        <option value="">—</option>
        {[...incidents.values()].map((one) => (
          <option key={one.id} value={one.id}>
            {one.number} {one.title}
          </option>
        ))}
      </select>
      <button type="submit" className="fh-button fh-button-primary" disabled={reason.trim() === ''}>
        {t('plan.life.revise')}
      </button>
    </Step>
  );
}

export function EvaluateForm({ plan, why }: StepProps) {
  const { t } = useTranslation();
  const [opinion, setOpinion] = useState('');
  const [order, setOrder] = useState<string>();
  const give = (outcome: 'keep' | 'revise'): void => setOrder(send('plan.evaluate', { planId: plan.id, outcome, opinion: opinion.trim() }).id);
  if (plan.status !== 'under_evaluation')
    return (
      <Step why={why} order={order} onGive={() => setOrder(send('plan.evaluate', { planId: plan.id }).id)}>
        <button type="submit" className="fh-button">
          {t('plan.life.evaluate')}
        </button>
      </Step>
    );
  return (
    <Step why={why} order={order}>
      <Line label={t('plan.life.opinion')} rows={2} value={opinion} onChange={setOpinion} />
      <TwoWays yes={t('plan.life.keep')} no={t('plan.life.reviseAfter')} ready={opinion.trim() !== ''} onGive={(keep) => give(keep ? 'keep' : 'revise')} />
    </Step>
  );
}

export function ReasonForm({ type, planId, label }: { type: 'plan.retire' | 'plan.withdraw'; planId: string; label: string }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [order, setOrder] = useState<string>();
  return (
    <Step why={undefined} order={order} onGive={() => reason.trim() !== '' && setOrder(send(type, { planId, reason: reason.trim() }).id)}>
      <Line label={t('plan.life.reason')} rows={2} value={reason} onChange={setReason} />
      <button type="submit" className="fh-button fh-button-primary" disabled={reason.trim() === ''}>
        {label}
      </button>
    </Step>
  );
}
