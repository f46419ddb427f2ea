import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#client/store/api.ts';
import { refreshSession } from '#client/store/session.ts';
import { Field } from '#client/ui/field.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { accessErrorText } from './error-text.ts';
import { formText } from './form-text.ts';

export const LEAST_LENGTH = 10;

/** Changes one's own password. The server judges its strength; this only saves a round for the plain cases. */
export function PasswordForm({ onDone }: { onDone?: () => void }) {
  const { t } = useTranslation();
  const [error, setError] = useState<string | null>(null);
  const [state, setState] = useState<'idle' | 'busy' | 'done'>('idle');

  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const values = new FormData(form);
    const [current, next, again] = ['current', 'next', 'again'].map((name) => formText(values, name));
    if ([...(next ?? '')].length < LEAST_LENGTH) return setError(t('access.passwords.tooShort', { count: LEAST_LENGTH }));
    if (next !== again) return setError(t('access.passwords.differ'));
    setState('busy');
    setError(null);
    try {
      await api<unknown>('/session/password', { method: 'POST', body: { current, next } });
      await refreshSession();
      form.reset();
      setState('done');
      onDone?.();
    } catch (reason) {
      setState('idle');
      setError(accessErrorText(reason));
    }
  };

  return (
    <form className="fh-access-form" onSubmit={(event) => void submit(event)} onChange={() => setState((now) => (now === 'done' ? 'idle' : now))}>
      <Field label={t('access.passwords.current')} name="current" type="password" autoComplete="current-password" required />
      <Field
        label={t('access.passwords.next')}
        hint={t('access.passwords.hint', { count: LEAST_LENGTH })}
        name="next"
        type="password"
        autoComplete="new-password"
        required
      />
      <Field label={t('access.passwords.again')} name="again" type="password" autoComplete="new-password" required />
      {error && <Notice tone="no">{error}</Notice>}
      {state === 'done' && <Notice>{t('access.passwords.done')}</Notice>}
      <button type="submit" className="fh-button fh-button-primary" disabled={state === 'busy'}>
        {t('access.passwords.submit')}
      </button>
    </form>
  );
}
