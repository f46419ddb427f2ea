import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ApiError, Unreachable } from '#client/store/api.ts';
import { signIn } from '#client/store/session.ts';
import { Notice } from '#client/ui/notice.tsx';
import { refusalText } from '#client/ui/refusal.ts';
import type { Payload } from '#shared/catalogue.ts';
import { AccountFields } from './account-fields.tsx';
import { EMPTY, fieldOf, type ApplyDraft, type ApplyField } from './apply-draft.ts';
import { ApplyForm } from './apply-form.tsx';

/** For as long as this tab is open: the leader's number is of no use on a device that others use. The password is never kept. */
const KEY = 'fenghuo.apply';

/** The application of a team that has no account: it gets one with it, and is let in to follow what becomes of it. */
export function NewApplication() {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<ApplyDraft>(kept);
  const [account, setAccount] = useState({ username: '', password: '', again: '' });
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string>();
  const [wrong, setWrong] = useState<readonly ApplyField[]>([]);
  const change = (part: Partial<ApplyDraft>): void => {
    const next = { ...draft, ...part };
    sessionStorage.setItem(KEY, JSON.stringify(next));
    setDraft(next);
    setWrong([]);
  };
  const faults: ApplyField[] = [
    ...(account.username.trim().length < 2 ? (['username'] as const) : []),
    ...(account.password === '' || account.password !== account.again ? (['password'] as const) : []),
  ];
  const apply = async (application: Payload<'team.apply'>): Promise<void> => {
    setBusy(true);
    setFailed(undefined);
    setWrong([]);
    const { username, password } = account;
    try {
      await api('/applications', { method: 'POST', body: { username, password, application } });
      sessionStorage.removeItem(KEY);
      await signIn({ username, password });
    } catch (error) {
      setBusy(false);
      setFailed(wordsFor(error, t));
      if (error instanceof ApiError) setWrong(error.details.map(({ path }) => fieldOf(path)).filter((field) => field !== undefined));
    }
  };
  return (
    <>
      <Notice>{t('apply.intro')}</Notice>
      <ApplyForm
        draft={draft}
        busy={busy}
        failed={failed}
        wrong={wrong}
        more={faults}
        submit={t('apply.submit')}
        onChange={change}
        onApply={(payload) => void apply(payload)}
      >
        {(shows) => <AccountFields account={account} shows={shows} onChange={setAccount} />}
      </ApplyForm>
    </>
  );
}

function wordsFor(error: unknown, t: (key: string) => string): string {
  if (error instanceof Unreachable) return t('apply.unreachable');
  if (!(error instanceof ApiError)) throw error;
  if (error.code === 'user-exists') return t('apply.failed.userExists');
  if (error.code === 'applications-closed') return t('apply.closed');
  if (error.code === 'too-many-requests') return t('apply.failed.tooMany');
  if (error.code === 'team.exists' && error.details.some(({ path }) => path === 'name')) return t('apply.failed.nameTaken');
  return error.code === 'invalid' ? t('apply.failed.invalid') : refusalText(error);
}

function kept(): ApplyDraft {
  const text = sessionStorage.getItem(KEY);
  // Written only above; an older form lacks fields, which the empty one supplies.
  return text === null ? EMPTY : { ...EMPTY, ...(JSON.parse(text) as Partial<ApplyDraft>) };
}
