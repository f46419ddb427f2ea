import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '#client/store/connection.ts';
import { useDraft } from '#client/store/draft.ts';
import { send } from '#client/store/outbox.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import { Field } from '#client/ui/field.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { OrderState } from '#client/ui/order-state.tsx';
import type { Incident } from '#shared/incident/state.ts';

export interface CustodyDialogProps {
  incident: Incident;
  onClose: () => void;
  /** The order was recorded. */
  onDone: () => void;
}

/** Destroys names and numbers for good, before the law's or the hold's time is up. Asked twice: it can't be undone. */
export function PurgeDialog({ incident, onClose, onDone }: CustodyDialogProps) {
  const { t } = useTranslation();
  const draft = useDraft(`person.purge.${incident.id}`, { reason: '' });
  const [sure, setSure] = useState(false);
  const [order, setOrder] = useState<string>();
  const { reason } = draft.value;
  const give = (): void => {
    const { id, done } = send('person.purge', { incidentId: incident.id, reason: reason.trim() });
    setOrder(id);
    void done.then(({ ok }) => {
      if (!ok) return;
      draft.clear();
      onDone();
    });
  };
  return (
    <Dialog
      title={t('person.custody.purge')}
      onClose={onClose}
      footer={
        <>
          <OrderState id={order} />
          <button type="button" className="fh-button fh-button-plain" onClick={onClose}>
            {t('common.action.cancel')}
          </button>
          <button type="button" className="fh-button fh-button-danger" disabled={!sure || reason.trim() === ''} onClick={give}>
            {t('person.custody.purge')}
          </button>
        </>
      }
    >
      <div className="person-custody-form">
        <p>
          <b>{incident.title}</b> <small>{incident.number}</small>
        </p>
        <Notice tone="no">{t('person.custody.purgeHint')}</Notice>
        <Field
          data-first
          label={t('person.custody.reason')}
          hint={t('person.custody.purgeReason')}
          maxLength={1000}
          value={reason}
          onChange={({ target }) => draft.change({ reason: target.value })}
        />
        <label className="person-sure">
          <input type="checkbox" checked={sure} onChange={({ target }) => setSure(target.checked)} />
          {t('person.custody.sure')}
        </label>
      </div>
    </Dialog>
  );
}

/** Keeps them longer, for evidence or review, after an assessment (ERL art. 85); or ends such a hold now. */
export function HoldDialog({ incident, onClose, onDone }: CustodyDialogProps) {
  const { t } = useTranslation();
  const held = incident.personal?.hold;
  const draft = useDraft(`person.hold.${incident.id}`, { until: '', assessment: '' });
  const [order, setOrder] = useState<string>();
  const { until, assessment } = draft.value;
  const now = serverNow();
  const active = held !== undefined && Date.parse(held.until) > now;
  const end = until === '' ? undefined : `${until}T23:59:59+08:00`;
  const past = end !== undefined && Date.parse(end) <= now;
  const give = (instant: string): void => {
    const { id, done } = send('person.hold', { incidentId: incident.id, until: instant, assessment: assessment.trim() });
    setOrder(id);
    void done.then(({ ok }) => {
      if (!ok) return;
      draft.clear();
      onDone();
    });
  };
  return (
    <Dialog
      title={t('person.custody.hold')}
      onClose={onClose}
      footer={
        <>
          <OrderState id={order} />
          <button type="button" className="fh-button fh-button-plain" onClick={onClose}>
            {t('common.action.cancel')}
          </button>
          {active && (
            <button type="button" className="fh-button" disabled={assessment.trim() === ''} onClick={() => give(new Date(now).toISOString())}>
              {t('person.custody.lift')}
            </button>
          )}
          <button
            type="button"
            className="fh-button fh-button-primary"
            disabled={end === undefined || past || assessment.trim() === ''}
            onClick={() => end !== undefined && give(end)}
          >
            {t('person.custody.hold')}
          </button>
        </>
      }
    >
      <div className="person-custody-form">
        <p>
          <b>{incident.title}</b> <small>{incident.number}</small>
        </p>
        <Field
          data-first
          label={t('person.custody.until')}
          error={past && t('person.custody.untilPast')}
          type="date"
          value={until}
          onChange={({ target }) => draft.change({ until: target.value })}
        />
        <Field
          label={t('person.custody.assessment')}
          hint={t('person.custody.assessmentHint')}
          maxLength={2000}
          value={assessment}
          onChange={({ target }) => draft.change({ assessment: target.value })}
        />
      </div>
    </Dialog>
  );
}
