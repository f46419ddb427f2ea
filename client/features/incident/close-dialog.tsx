import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '#client/store/outbox.ts';
import type { Incident } from '#shared/incident/state.ts';
import { OrderDialog } from './order-dialog.tsx';

interface CloseDialogProps {
  incident: Incident;
  onGiven: (orderId: string) => void;
  onCancel: () => void;
}

export function CloseDialog({ incident, onGiven, onCancel }: CloseDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const give = (): void => onGiven(send('incident.close', { incidentId: incident.id, reason: reason.trim() }).id);
  return (
    <OrderDialog
      title={t('incident.close.title')}
      subject={incident}
      submit={t('incident.close.title')}
      ready={reason.trim() !== ''}
      onSubmit={give}
      onCancel={onCancel}
    >
      <label className="inc-field">
        <span>
          {t('incident.close.reason')} <b aria-hidden>*</b>
        </span>
        <textarea
          className="fh-input inc-area"
          rows={3}
          maxLength={1000}
          autoFocus
          value={reason}
          placeholder={t('incident.close.reasonHint')}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <p className="fh-field-hint">{t('incident.close.hint')}</p>
    </OrderDialog>
  );
}
