import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as uuid } from 'uuid';
import { api, ApiError } from '#client/store/api.ts';
import { send } from '#client/store/outbox.ts';
import { useDocuments } from '#client/store/world.ts';
import { OrderState } from '#client/ui/order-state.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { kindsOf } from '#shared/plan/policy.ts';
import type { Actor } from '#shared/seat.ts';
import { titleOf } from './use-plans.ts';

/** Begins a plan of one's own: by a pattern that is in force, or from a file. */
export function NewPlan({ actor }: { actor: Actor }) {
  const { t } = useTranslation();
  const id = useId();
  const plans = useDocuments('plan');
  const patterns = [...plans.values()].filter(({ current, kind, status }) => current && status !== 'abolished' && kindsOf(actor).includes(kind));
  const [from, setFrom] = useState('');
  const [zh, setZh] = useState('');
  const [en, setEn] = useState('');
  const [confidential, setConfidential] = useState(false);
  const [order, setOrder] = useState<string>();
  const [wrong, setWrong] = useState<string>();
  const ready = from !== '' && zh.trim() !== '' && en.trim() !== '';
  const begin = (event: FormEvent): void => {
    event.preventDefault();
    if (!ready) return;
    setOrder(send('plan.draft', { fromPlanId: from, title: { zh: zh.trim(), en: en.trim() }, ...(confidential ? { confidential } : {}) }).id);
  };
  const choose = (planId: string): void => {
    const pattern = plans.get(planId);
    setFrom(planId);
    if (pattern && zh === '') setZh(pattern.title.zh);
    if (pattern && en === '') setEn(pattern.title.en);
  };
  const bring = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    setWrong(undefined);
    try {
      const content: unknown = JSON.parse(await file.text());
      await api('/plans/import', { method: 'POST', body: { id: uuid(), content, ...(confidential ? { confidential } : {}) } });
    } catch (error) {
      const details = error instanceof ApiError ? error.details.map(({ path, message }) => `${path} ${message}`).join('；') : '';
      setWrong(details || String(error instanceof Error ? error.message : error));
    }
  };
  return (
    <form className="pln-form" aria-label={t('plan.new.open')} onSubmit={begin}>
      <label htmlFor={`${id}-from`}>{t('plan.new.from')}</label>
      <select id={`${id}-from`} className="fh-input" value={from} onChange={({ target }) => choose(target.value)}>
        <option value="">{t('plan.new.fromHint')}</option>
        {patterns.map((one) => (
          <option key={one.id} value={one.id}>
            {titleOf(one)}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}-zh`}>{t('plan.new.nameZh')}</label>
      <input id={`${id}-zh`} className="fh-input" maxLength={200} value={zh} onChange={({ target }) => setZh(target.value)} />
      <label htmlFor={`${id}-en`}>{t('plan.new.nameEn')}</label>
      <input id={`${id}-en`} className="fh-input" maxLength={200} value={en} onChange={({ target }) => setEn(target.value)} />
      <label className="pln-check">
        <input type="checkbox" checked={confidential} onChange={() => setConfidential(!confidential)} /> {t('plan.new.confidential')}
      </label>
      <div className="pln-row">
        <button type="submit" className="fh-button fh-button-primary" disabled={!ready}>
          {t('plan.new.give')}
        </button>
        <label className="fh-button pln-file" title={t('plan.new.importHint')}>
          {t('plan.new.import')}
          <input type="file" accept="application/json,.json" className="fh-hidden" onChange={({ target }) => void bring(target.files?.[0])} />
        </label>
        <OrderState id={order} />
      </div>
      {wrong !== undefined && <Notice tone="no">{t('plan.new.badFile', { why: wrong })}</Notice>}
    </form>
  );
}
