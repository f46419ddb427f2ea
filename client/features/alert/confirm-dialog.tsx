import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ApiError } from '#client/store/api.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import { Field } from '#client/ui/field.tsx';

/** The password once more, and the code where there is one: whoever finds a screen open approves nothing. */
export function ConfirmDialog({ onClose, onConfirmed }: { onClose: () => void; onConfirmed: () => void }) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const [otp, setOtp] = useState<string>();
  const [failed, setFailed] = useState<string>();
  const [busy, setBusy] = useState(false);
  const confirm = async (): Promise<void> => {
    setBusy(true);
    try {
      await api('/session/confirm', { method: 'POST', body: { password, ...(otp ? { otp } : {}) } });
      onConfirmed();
    } catch (error) {
      setBusy(false);
      if (error instanceof ApiError && error.code === 'otp-required') setOtp('');
      else setFailed(t(error instanceof ApiError && error.status < 500 ? 'alert.confirm.wrong' : 'alert.confirm.offline'));
    }
  };
  const ready = password !== '' && otp !== '' && !busy;
  return (
    <Dialog
      title={t('alert.confirm.title')}
      onClose={onClose}
      footer={
        <button type="button" className="fh-button fh-button-primary" disabled={!ready} onClick={() => void confirm()}>
          {t('alert.confirm.go')}
        </button>
      }
    >
      <div onKeyDown={(event) => event.key === 'Enter' && ready && void confirm()}>
        <Field
          label={t('alert.field.password')}
          type="password"
          autoComplete="current-password"
          value={password}
          error={failed}
          autoFocus
          onChange={({ target }) => setPassword(target.value)}
        />
        {otp !== undefined && (
          <Field label={t('alert.field.otp')} inputMode="numeric" autoComplete="one-time-code" value={otp} onChange={({ target }) => setOtp(target.value)} />
        )}
      </div>
    </Dialog>
  );
}
