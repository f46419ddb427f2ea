import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '#client/store/outbox.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import { Field } from '#client/ui/field.tsx';
import { FAULT_FIELDS } from './register.ts';

interface ReturnDialogProps {
  teamId: string;
  onGive: (sent: { id: string }) => void;
  onClose: () => void;
}

/** Why an application goes back, field by field: the team mends what is named and applies again. */
export function ReturnDialog({ teamId, onGive, onClose }: ReturnDialogProps) {
  const { t } = useTranslation();
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const faults = FAULT_FIELDS.flatMap((path) => {
    const reason = reasons[path]?.trim();
    return reason ? [{ path, reason }] : [];
  });
  const give = (): void => {
    if (faults.length === 0) return;
    onGive(send('team.return', { teamId, faults }));
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) give();
  };
  return (
    <Dialog
      title={t('team.do.return')}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="fh-button fh-button-plain" onClick={onClose}>
            {t('common.action.cancel')}
          </button>
          <button type="button" className="fh-button fh-button-primary" disabled={faults.length === 0} onClick={give}>
            {t('team.do.returnWith', { count: faults.length })} <kbd>Ctrl ↵</kbd>
          </button>
        </>
      }
    >
      <p className="team-quiet">{t('team.returnHint')}</p>
      <div className="team-return" onKeyDown={onKeyDown}>
        {FAULT_FIELDS.map((path, i) => (
          <Field
            key={path}
            label={t(`team.field.${path}`)}
            maxLength={500}
            value={reasons[path] ?? ''}
            {...(i === 0 ? { 'data-first': true } : {})}
            onChange={({ target }) => setReasons({ ...reasons, [path]: target.value })}
          />
        ))}
      </div>
    </Dialog>
  );
}
