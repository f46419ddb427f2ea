import { useTranslation } from 'react-i18next';
import { useDraft } from '#client/store/draft.ts';
import { send } from '#client/store/outbox.ts';
import type { Incident, Note } from '#shared/incident/state.ts';
import { OrderDialog } from './order-dialog.tsx';

interface CorrectDialogProps {
  incident: Incident;
  note: Note;
  onGiven: (orderId: string) => void;
  onCancel: () => void;
}

/** Says right what an entry says wrongly. The entry itself stays, struck through. */
export function CorrectDialog({ incident, note, onGiven, onCancel }: CorrectDialogProps) {
  const { t } = useTranslation();
  const draft = useDraft(`correct.${note.id}`, { text: note.text, reason: '' });
  const { text, reason } = draft.value;
  const give = (): void => {
    const { id } = send('incident.correct', { incidentId: incident.id, n: note.n, text: text.trim(), reason: reason.trim() });
    draft.given(id);
    onGiven(id);
  };
  return (
    <OrderDialog
      title={t('record.correct.entry', { n: note.n })}
      subject={incident}
      submit={t('record.correct.submit')}
      ready={text.trim() !== '' && text.trim() !== note.text && reason.trim() !== ''}
      draft={draft}
      onSubmit={give}
      onCancel={onCancel}
    >
      <label className="inc-field">
        <span>
          {t('record.correct.text')} <b aria-hidden>*</b>
        </span>
        <textarea
          className="fh-input inc-area"
          rows={4}
          maxLength={4000}
          autoFocus
          value={text}
          onChange={(event) => draft.change({ text: event.target.value })}
        />
      </label>
      <label className="inc-field">
        <span>
          {t('record.correct.reason')} <b aria-hidden>*</b>
        </span>
        <input
          className="fh-input"
          maxLength={1000}
          value={reason}
          placeholder={t('record.correct.reasonHint')}
          onChange={(event) => draft.change({ reason: event.target.value })}
        />
      </label>
      <p className="fh-field-hint">{t('record.correct.hint')}</p>
    </OrderDialog>
  );
}
