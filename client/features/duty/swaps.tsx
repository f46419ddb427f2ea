import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openSwap } from '#shared/duty/plan.ts';
import { isOfficer } from '#shared/duty/policy.ts';
import type { Shift } from '#shared/duty/state.ts';
import type { Actor } from '#shared/seat.ts';
import { send } from '#client/store/outbox.ts';
import { Field } from '#client/ui/field.tsx';
import { OrderState } from '#client/ui/order-state.tsx';
import { names, span } from './crew.tsx';

/** 换班: asked by one, answered by the other; the leader sees every one that was agreed. */
export function Swaps({ actor, shifts }: { actor: Actor; shifts: readonly Shift[] }) {
  const { t } = useTranslation();
  const [mine, setMine] = useState('');
  const [other, setOther] = useState('');
  const [reason, setReason] = useState('');
  const [given, setGiven] = useState<string>();
  const planned = shifts.filter(({ status }) => status === 'planned');
  const own = planned.filter((shift) => isOfficer(actor, shift) && !openSwap(shift));
  const others = planned.filter((shift) => !isOfficer(actor, shift));
  const asked = shifts.filter((shift) => (shift.swaps ?? []).length > 0);
  const partner = others.find(({ id }) => id === other);
  const ask = (): void => {
    const [to] = partner?.officers ?? [];
    if (partner && to) setGiven(send('duty.swap', { shiftId: mine, forShiftId: partner.id, to, reason: reason.trim() }).id);
  };
  const option = (shift: Shift) => (
    <option key={shift.id} value={shift.id}>
      {span(shift)} {names(shift)}
    </option>
  );
  return (
    <section className="duty-form" aria-label={t('duty.swap.title')}>
      <h2>{t('duty.swap.title')}</h2>
      {asked.flatMap((shift) =>
        (shift.swaps ?? []).slice(-2).map((swap) => (
          <div key={shift.id + swap.at} className="duty-swap">
            <span>
              {span(shift)}：{swap.by.name} → {swap.to.name}（{swap.reason}）
            </span>
            {swap.answered ? (
              <b>{t(swap.answered.accepted ? 'duty.swap.accepted' : 'duty.swap.declined', { leader: shift.leader.name })}</b>
            ) : swap.to.id === actor.id ? (
              <span className="duty-actions">
                <button
                  type="button"
                  className="fh-button fh-button-primary"
                  onClick={() => setGiven(send('duty.answer', { shiftId: shift.id, accept: true }).id)}
                >
                  {t('duty.swap.accept')}
                </button>
                <button type="button" className="fh-button" onClick={() => setGiven(send('duty.answer', { shiftId: shift.id, accept: false }).id)}>
                  {t('duty.swap.decline')}
                </button>
              </span>
            ) : (
              <i>{t('duty.swap.waits')}</i>
            )}
          </div>
        )),
      )}
      {own.length > 0 && others.length > 0 && (
        <>
          <label className="fh-field">
            <span>{t('duty.swap.mine')}</span>
            <select className="fh-input" value={mine} onChange={({ target }) => setMine(target.value)}>
              <option value="">—</option>
              {own.map(option)}
            </select>
          </label>
          <label className="fh-field">
            <span>{t('duty.swap.for')}</span>
            <select className="fh-input" value={other} onChange={({ target }) => setOther(target.value)}>
              <option value="">—</option>
              {others.map(option)}
            </select>
          </label>
          <Field label={t('duty.swap.reason')} value={reason} maxLength={500} onChange={({ target }) => setReason(target.value)} />
          <button type="button" className="fh-button" disabled={mine === '' || !partner || reason.trim() === ''} onClick={ask}>
            {t('duty.swap.ask')}
          </button>
        </>
      )}
      {own.length === 0 && asked.length === 0 && <p className="fh-field-hint">{t('duty.swap.none')}</p>}
      <OrderState id={given} />
    </section>
  );
}
