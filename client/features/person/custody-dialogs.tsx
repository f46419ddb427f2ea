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
  const { order, give } = useGiven(draft.clear, onDone);
  const { reason } = draft.value;
  const purge = (): void => give(send('person.purge', { incidentId: incident.id, reason: reason.trim() }));
  return (
    <Dialog
      title={t('person.custody.purge')}
      onClose={onClose}
      footer={
        <>
          <Beside order={order} onClose={onClose} />
          <button type="button" className="fh-button fh-button-danger" disabled={!sure || reason.trim() === ''} onClick={purge}>
            {t('person.custody.purge')}
          </button>
        </>
      }
    >
      <div className="person-custody-form">
        <About incident={incident} />
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
  const { order, give } = useGiven(draft.clear, onDone);
  const { until, assessment } = draft.value;
  const now = serverNow();
  const active = held !== undefined && Date.parse(held.until) > now;
  const end = until === '' ? undefined : `${until}T23:59:59+08:00`;
  const past = end !== undefined && Date.parse(end) <= now;
  const hold = (instant: string): void => give(send('person.hold', { incidentId: incident.id, until: instant, assessment: assessment.trim() }));
  return (
    <Dialog
      title={t('person.custody.hold')}
      onClose={onClose}
      footer={
        <>
          <Beside order={order} onClose={onClose} />
          {active && (
            <button type="button" className="fh-button" disabled={assessment.trim() === ''} onClick={() => hold(new Date(now).toISOString())}>
              {t('person.custody.lift')}
            </button>
          )}
          <button
            type="button"
            className="fh-button fh-button-primary"
            disabled={end === undefined || past || assessment.trim() === ''}
            onClick={() => end !== undefined && hold(end)}
          >
            {t('person.custody.hold')}
          </button>
        </>
      }
    >
      <div className="person-custody-form">
        <About incident={incident} />
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

/** One order, and what follows when it was recorded: what was typed for it is of no use any more. */
function useGiven(clear: () => void, onDone: () => void) {
  const [order, setOrder] = useState<string>();
  const give = ({ id, done }: { id: string; done: Promise<{ ok: boolean }> }): void => {
    setOrder(id);
    void done.then(({ ok }) => {
      if (!ok) return;
      clear();
      onDone();
    });
  };
  return { order, give };
}

function About({ incident: { title, number } }: Pick<CustodyDialogProps, 'incident'>) {
  return (
    <p>
      <b>{title}</b> <small>{number}</small>
    </p>
  );
}

/** What became of the order, and the way back. */
function Beside({ order, onClose }: { order: string | undefined; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <>
      <OrderState id={order} />
      <button type="button" className="fh-button fh-button-plain" onClick={onClose}>
        {t('common.action.cancel')}
      </button>
    </>
  );
}
