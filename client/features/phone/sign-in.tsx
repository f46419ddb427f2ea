import { useState, type FormEvent } from 'react';
import { api, ApiError, Unreachable } from '#client/store/api.ts';
import { refreshSession, signIn, useSessionState } from '#client/store/session.ts';
import { Mark } from '#client/ui/mark.tsx';
import type { Words } from './text.ts';
import { setLanguage, useWords } from './use-words.ts';

const LOCKED = 429;

function problemWords(error: unknown, t: Words): string {
  if (error instanceof Unreachable) return t('signIn.noNetwork');
  if (!(error instanceof ApiError)) return String(error);
  if (error.code === 'otp-required') return t('signIn.otpRequired');
  if (error.code === 'bad-credentials') return t('signIn.wrong');
  return error.status === LOCKED ? t('signIn.locked') : t('signIn.failed', { message: error.message });
}

/** Runs what a form asks for, and keeps what went wrong in words. */
function useAttempt(run: () => Promise<void>): { busy: boolean; problem: unknown; submit: (event: FormEvent) => void } {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    run()
      .catch(setProblem)
      .finally(() => setBusy(false));
  };
  return { busy, problem, submit };
}

export function SignIn() {
  const t = useWords();
  const { ended } = useSessionState();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [otp, setOtp] = useState('');
  const { busy, problem, submit } = useAttempt(() => signIn({ username: username.trim(), password, ...(otp === '' ? {} : { otp }) }));
  const wantsCode = otp !== '' || (problem instanceof ApiError && problem.code === 'otp-required');
  return (
    <main className="screen sign-in">
      <Mark size={48} />
      <h1>{t('signIn.title')}</h1>
      {ended !== null && ended !== 'signed-out-here' && <p className="notice">{t('signIn.ended')}</p>}
      <form onSubmit={submit}>
        <label className="field">
          <span>{t('signIn.username')}</span>
          <input autoComplete="username" autoCapitalize="none" spellCheck={false} value={username} onChange={({ target }) => setUsername(target.value)} />
        </label>
        <Password label={t('signIn.password')} autoComplete="current-password" value={password} onChange={setPassword} />
        {wantsCode && (
          <label className="field">
            <span>{t('signIn.otp')}</span>
            <input
              autoFocus
              autoComplete="one-time-code"
              inputMode="numeric"
              maxLength={6}
              value={otp}
              onChange={({ target }) => setOtp(target.value.replaceAll(/\D/g, ''))}
            />
          </label>
        )}
        {problem !== undefined && (
          <p className="problem" role="alert">
            {problemWords(problem, t)}
          </p>
        )}
        <button type="submit" className="primary large" disabled={busy || username.trim() === '' || password === ''}>
          {t(busy ? 'signIn.going' : 'signIn.go')}
        </button>
      </form>
      <LanguageButton />
    </main>
  );
}

/** The first sign-in, with a password that somebody else has chosen. */
export function NewPassword() {
  const t = useWords();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const { busy, problem, submit } = useAttempt(async () => {
    await api('/session/password', { method: 'POST', body: { current, next } });
    await refreshSession();
  });
  return (
    <main className="screen sign-in">
      <h1>{t('password.title')}</h1>
      <form onSubmit={submit}>
        <Password label={t('password.current')} autoComplete="current-password" value={current} onChange={setCurrent} />
        <Password label={t('password.next')} autoComplete="new-password" value={next} onChange={setNext} />
        {problem !== undefined && (
          <p className="problem" role="alert">
            {problemWords(problem, t)}
          </p>
        )}
        <button type="submit" className="primary large" disabled={busy || current === '' || next === ''}>
          {t(busy ? 'signIn.going' : 'password.go')}
        </button>
      </form>
    </main>
  );
}

function Password({ label, autoComplete, value, onChange }: Record<'label' | 'autoComplete' | 'value', string> & { onChange: (value: string) => void }) {
  const t = useWords();
  const [shown, setShown] = useState(false);
  return (
    <div className="with-button">
      <label className="field">
        <span>{label}</span>
        <input type={shown ? 'text' : 'password'} autoComplete={autoComplete} value={value} onChange={({ target }) => onChange(target.value)} />
      </label>
      <button type="button" className="quiet" onClick={() => setShown(!shown)}>
        {t(shown ? 'signIn.hide' : 'signIn.show')}
      </button>
    </div>
  );
}

export function LanguageButton() {
  const t = useWords();
  const other = t.language === 'en' ? 'zh-CN' : 'en';
  return (
    <button type="button" className="quiet" lang={other} onClick={() => setLanguage(other)}>
      {t('me.language')}
    </button>
  );
}
