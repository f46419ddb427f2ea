import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { TotpAnswer } from '#shared/access/accounts.ts';
import { api } from '#client/store/api.ts';
import { refreshSession } from '#client/store/session.ts';
import { Field } from '#client/ui/field.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { accessErrorText } from './error-text.ts';
import { formCode, formText } from './form-text.ts';
import { QrCode } from '#client/ui/qr-code.tsx';

/** Sets the second factor up or takes it away. */
export function Totp({ active }: { active: boolean }) {
  const { t } = useTranslation();
  const [begun, setBegun] = useState<TotpAnswer | null>(null);
  const [error, setError] = useState<string | null>(null);

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setError(null);
    try {
      await work();
    } catch (reason) {
      setError(accessErrorText(reason));
    }
  };
  const begin = (): Promise<void> => attempt(async () => setBegun(await api<TotpAnswer>('/session/totp', { method: 'POST' })));
  const submit = (method: 'POST' | 'DELETE', path: string, field: 'otp' | 'password') => (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const value = field === 'otp' ? formCode(form, field) : formText(form, field);
    void attempt(async () => {
      await api<unknown>(path, { method, body: { [field]: value } });
      setBegun(null);
      await refreshSession();
    });
  };

  return (
    <>
      <p>{t(active ? 'access.totp.active' : 'access.totp.inactive')}</p>
      {error && <Notice tone="no">{error}</Notice>}
      {active && (
        <form className="fh-access-form" onSubmit={submit('DELETE', '/session/totp', 'password')}>
          <Field label={t('access.passwords.current')} name="password" type="password" autoComplete="current-password" required />
          <button type="submit" className="fh-button">
            {t('access.totp.remove')}
          </button>
        </form>
      )}
      {!active && !begun && (
        <div>
          <button type="button" className="fh-button" onClick={() => void begin()}>
            {t('access.totp.begin')}
          </button>
        </div>
      )}
      {!active && begun && (
        <div className="fh-totp">
          <QrCode text={begun.uri} label={t('access.totp.qr')} />
          <div>
            <ol>
              <li>{t('access.totp.step1')}</li>
              <li>
                {t('access.totp.step2')} <code className="fh-mono">{begun.secret}</code>
              </li>
              <li>{t('access.totp.step3')}</li>
            </ol>
            <form className="fh-access-form" onSubmit={submit('POST', '/session/totp/confirm', 'otp')}>
              <Field
                label={t('access.otp')}
                name="otp"
                inputMode="numeric"
                autoComplete="one-time-code"
                pattern="\s*(\d\s*){6}"
                maxLength={9}
                required
                autoFocus
              />
              <button type="submit" className="fh-button fh-button-primary">
                {t('access.totp.confirm')}
              </button>
            </form>
          </div>
        </div>
      )}
    </>
  );
}
