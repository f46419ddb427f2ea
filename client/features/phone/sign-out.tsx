import { useState } from 'react';
import { Unreachable } from '#client/store/api.ts';
import { isWaiting, useOutbox } from '#client/store/outbox.ts';
import { signOut } from '#client/store/session.ts';
import { forgetPush } from './push.ts';
import { Sheet } from './sheet.tsx';
import { useWords } from './use-words.ts';

/** Asks again only when something still waits to be sent. */
export function SignOut() {
  const t = useWords();
  const waiting = useOutbox().filter(isWaiting).length;
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string>();
  const leave = (): void => {
    setAsking(false);
    forgetPush()
      .then(signOut)
      .catch((error: unknown) => setProblem(error instanceof Unreachable ? t('signIn.noNetwork') : String(error)));
  };
  return (
    <div>
      <button type="button" className="quiet" onClick={() => (waiting > 0 ? setAsking(true) : leave())}>
        {t('signOut.go')}
      </button>
      {problem !== undefined && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      {asking && (
        <Sheet title={t('signOut.go')} onClose={() => setAsking(false)}>
          <p>{t('signOut.sure', { n: waiting })}</p>
          <button type="button" className="primary large" onClick={() => setAsking(false)}>
            {t('signOut.stay')}
          </button>
          <button type="button" className="secondary large" onClick={leave}>
            {t('signOut.go')}
          </button>
        </Sheet>
      )}
    </div>
  );
}
