import { useState } from 'react';
import { useTranslation } from 'react-i18next';
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
  const [text, setText] = useState(note.text);
  const [reason, setReason] = useState('');
  const give = (): void => onGiven(send('incident.correct', { incidentId: incident.id, n: note.n, text: text.trim(), reason: reason.trim() }).id);
  return (
    <OrderDialog
      title={t('record.correct.entry', { n: note.n })}
      subject={incident}
      submit={t('record.correct.submit')}
      ready={text.trim() !== '' && text.trim() !== note.text && reason.trim() !== ''}
      onSubmit={give}
      onCancel={onCancel}
    >
      <label className="inc-field">
        <span>
          {t('record.correct.text')} <b aria-hidden>*</b>
        </span>
        <textarea className="fh-input inc-area" rows={4} maxLength={4000} autoFocus value={text} onChange={(event) => setText(event.target.value)} />
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
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <p className="fh-field-hint">{t('record.correct.hint')}</p>
    </OrderDialog>
  );
}
