import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { serverNow } from '#client/store/connection.ts';
import { send } from '#client/store/outbox.ts';
import { useDocument } from '#client/store/world.ts';
import { OrderState } from '#client/ui/order-state.tsx';
import { formatTime } from '#client/ui/time.ts';
import { cityDay } from '#shared/report/workdays.ts';
import { mayKeep, mayReceive } from '#shared/plan/policy.ts';
import type { Plan, Slip } from '#shared/plan/state.ts';
import type { Actor } from '#shared/seat.ts';
import type { PlanPanelProps } from './plan-view.tsx';

/** To whom the plan is filed, until when, and what became of it. */
export function FilingPanel({ plan, actor }: PlanPanelProps) {
  const { t } = useTranslation();
  return (
    <div className="pln-panel">
      {plan.slips.length === 0 && <p className="pln-quiet">{t('plan.filing.none')}</p>}
      {plan.slips.toReversed().map((one) => (
        <Line key={one.n} slip={one} plan={plan} actor={actor} />
      ))}
    </div>
  );
}

function Line({ slip, plan, actor }: { slip: Slip; plan: Plan; actor: Actor }) {
  const { t } = useTranslation();
  const organisation = useDocument('organisation', slip.org);
  const [receiptNo, setReceiptNo] = useState('');
  const [order, setOrder] = useState<string>();
  const org = organisation ? (languageNow() === 'en' ? organisation.nameEn : organisation.name) : t('plan.filing.province');
  const to = t(`plan.filing.body.${slip.body}`, { org });
  const today = cityDay(new Date(serverNow()).toISOString());
  const { sentAt, receiptDue, receivedAt } = slip;
  const late = sentAt === undefined ? today > slip.due : receivedAt === undefined && receiptDue !== undefined && today > receiptDue;
  const give = (step: 'sent' | 'received'): void =>
    setOrder(
      send('plan.file', { planId: plan.id, slip: slip.n, step, ...(step === 'received' && receiptNo.trim() !== '' ? { receiptNo: receiptNo.trim() } : {}) }).id,
    );
  return (
    <div className="pln-said" data-overdue={late}>
      <b>{t(slip.cc ? 'plan.filing.cc' : 'plan.filing.to', { to })}</b>
      <small>
        {t('plan.version', { no: slip.no })} ·{' '}
        {receivedAt !== undefined
          ? t('plan.filing.received', { at: formatTime(receivedAt, languageNow()), no: slip.receiptNo ?? '' })
          : sentAt === undefined
            ? t('plan.filing.due', { due: slip.due })
            : t('plan.filing.sent', { at: formatTime(sentAt, languageNow()), due: receiptDue })}
      </small>
      {sentAt === undefined && mayKeep(actor, plan) && (
        <button type="button" className="fh-button" onClick={() => give('sent')}>
          {t('plan.filing.send')}
        </button>
      )}
      {sentAt !== undefined && receivedAt === undefined && !slip.cc && mayReceive(actor, plan, slip.org) && (
        <div className="pln-row">
          <input
            className="fh-input"
            maxLength={60}
            aria-label={t('plan.filing.receiptNo')}
            placeholder={t('plan.filing.receiptNo')}
            value={receiptNo}
            onChange={({ target }) => setReceiptNo(target.value)}
          />
          <button type="button" className="fh-button" onClick={() => give('received')}>
            {t('plan.filing.receive')}
          </button>
        </div>
      )}
      <OrderState id={order} />
    </div>
  );
}
