import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dutylog } from '#shared/duty/state.ts';
import { useDraft } from '#client/store/draft.ts';
import { send } from '#client/store/outbox.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import { Field } from '#client/ui/field.tsx';
import { OrderState } from '#client/ui/order-state.tsx';

/** What was written stays, struck through. */
export function CorrectDialog({ log, onClose }: { log: Dutylog; onClose: () => void }) {
  const { t } = useTranslation();
  const draft = useDraft(`duty.correct.${log.id}`, { text: log.corrections?.at(-1)?.text ?? log.text, reason: '' });
  const { text, reason } = draft.value;
  const [given, setGiven] = useState<string>();
  const give = (): void => {
    const order = send('duty.correct', { dutylogId: log.id, text: text.trim(), reason: reason.trim() });
    setGiven(order.id);
    void order.done.then(({ ok }) => {
      if (!ok) return;
      draft.clear();
      onClose();
    });
  };
  return (
    <Dialog
      title={t('duty.log.correct')}
      onClose={onClose}
      footer={
        <>
          <OrderState id={given} />
          <button type="button" className="fh-button fh-button-primary" disabled={text.trim() === '' || reason.trim() === ''} onClick={give}>
            {t('duty.log.correct')}
          </button>
        </>
      }
    >
      <div className="duty-form">
        <Field label={t('duty.log.text')} value={text} maxLength={2000} onChange={({ target }) => draft.change({ text: target.value })} />
        <Field label={t('duty.log.reason')} value={reason} maxLength={500} onChange={({ target }) => draft.change({ reason: target.value })} />
      </div>
    </Dialog>
  );
}
