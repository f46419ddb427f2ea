import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LEADER_REACH_MINUTES, mayCheck } from '#shared/duty/policy.ts';
import type { Shift } from '#shared/duty/state.ts';
import type { Actor } from '#shared/seat.ts';
import { useDraft } from '#client/store/draft.ts';
import { send } from '#client/store/outbox.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import { Field } from '#client/ui/field.tsx';
import { OrderState } from '#client/ui/order-state.tsx';
import { names } from './crew.tsx';

/** 查岗: who was called, whether they answered, and after how long. */
export function CheckDialog({ actor, shift, onClose }: { actor: Actor; shift: Shift; onClose: () => void }) {
  const { t } = useTranslation();
  const sides = (['officers', 'leader'] as const).filter((of) => mayCheck(actor, shift, of));
  const [of, setOf] = useState(sides[0] ?? 'officers');
  const draft = useDraft(`duty.check.${shift.id}`, { minutes: '', text: '' });
  const { minutes, text } = draft.value;
  const [given, setGiven] = useState<string>();
  const give = (result: 'answered' | 'no-answer'): void => {
    const more = { ...(/^\d+$/.test(minutes) ? { minutes: Number(minutes) } : {}), ...(text.trim() === '' ? {} : { text: text.trim() }) };
    const order = send('duty.check', { shiftId: shift.id, of, result, ...more });
    setGiven(order.id);
    void order.done.then(({ ok }) => {
      if (!ok) return;
      draft.clear();
      onClose();
    });
  };
  return (
    <Dialog
      title={t('duty.check.title')}
      onClose={onClose}
      footer={
        <>
          <OrderState id={given} />
          <button type="button" className="fh-button" onClick={() => give('no-answer')}>
            {t('duty.check.no-answer')}
          </button>
          <button type="button" className="fh-button fh-button-primary" onClick={() => give('answered')}>
            {t('duty.check.answered')}
          </button>
        </>
      }
    >
      <div className="duty-form">
        <div className="duty-choice" role="radiogroup" aria-label={t('duty.check.of')}>
          {sides.map((side) => (
            <label key={side}>
              <input type="radio" name="of" checked={of === side} onChange={() => setOf(side)} />
              {t(`duty.field.${side}`)} {side === 'leader' ? shift.leader.name : names(shift)}
            </label>
          ))}
        </div>
        <Field
          label={t('duty.check.minutes')}
          hint={t('duty.check.hint', { minutes: LEADER_REACH_MINUTES })}
          inputMode="numeric"
          value={minutes}
          onChange={({ target }) => draft.change({ minutes: target.value })}
        />
        <Field label={t('duty.check.text')} value={text} maxLength={500} onChange={({ target }) => draft.change({ text: target.value })} />
      </div>
    </Dialog>
  );
}
