import { useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { signIn, useSessionState } from '#client/store/session.ts';
import { ApiError } from '#client/store/api.ts';
import { Field } from '#client/ui/field.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { useTitle } from '#client/ui/title.ts';
import { AccessPage } from './access-page.tsx';
import { accessErrorText } from './error-text.ts';
import { formCode, formText } from './form-text.ts';

/** The door. Light: no part of the desk is loaded before someone is being let in; `onTry` may begin to. */
export function SignIn({ onTry }: { onTry: () => void }) {
  const { t } = useTranslation();
  const { ended } = useSessionState();
  const [step, setStep] = useState<'password' | 'otp'>('password');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const credentials = useRef({ username: '', password: '' });
  useTitle(t('access.signIn.title'));

  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    if (step === 'password') credentials.current = { username: formText(form, 'username').trim(), password: formText(form, 'password') };
    setBusy(true);
    setError(null);
    try {
      onTry();
      await signIn({ ...credentials.current, ...(step === 'otp' ? { otp: formCode(form, 'otp') } : {}) });
    } catch (reason) {
      setBusy(false);
      const code = reason instanceof ApiError ? reason.code : '';
      if (code === 'otp-required') return setStep('otp');
      if (code === 'bad-credentials' && step === 'otp') return setError(t('access.signIn.wrongCode'));
      setError(accessErrorText(reason));
    }
  };

  return (
    <AccessPage title={t('access.signIn.title')}>
      {ended && <Notice>{t(`access.ended.${ended}`)}</Notice>}
      <form className="fh-access-form" onSubmit={(event) => void submit(event)} aria-label={t('access.signIn.title')}>
        {step === 'password' ? (
          <>
            <Field label={t('access.username')} name="username" autoComplete="username" autoCapitalize="none" spellCheck={false} required autoFocus />
            <Field label={t('access.password')} name="password" type="password" autoComplete="current-password" required />
          </>
        ) : (
          <Field
            key="otp"
            label={t('access.otp')}
            hint={t('access.otpHint')}
            name="otp"
            inputMode="numeric"
            autoComplete="one-time-code"
            pattern="\s*(\d\s*){6}"
            maxLength={9}
            required
            autoFocus
          />
        )}
        {error && <Notice tone="no">{error}</Notice>}
        <button type="submit" className="fh-button fh-button-primary" disabled={busy}>
          {t(busy ? 'access.signIn.busy' : 'access.signIn.submit')}
        </button>
        {step === 'otp' && (
          <button type="button" className="fh-button fh-button-plain" onClick={() => (setStep('password'), setError(null))}>
            {t('common.action.back')}
          </button>
        )}
      </form>
      <a className="fh-access-apply" href="/apply">
        {t('access.signIn.apply')}
      </a>
    </AccessPage>
  );
}
