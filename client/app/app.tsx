import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ForcedPassword } from '#client/features/access/forced-password.tsx';
import { SignIn } from '#client/features/access/sign-in.tsx';
import { useSessionState, type Session } from '#client/store/session.ts';
import { Icon } from '#client/ui/icon.tsx';
import { Mark } from '#client/ui/mark.tsx';
/** Fetched once: when a seat at the desk is taken, or already while the password is checked. */
const loadDesk = async () => ({ default: (await import('./desk-root.tsx')).DeskRoot });
const DeskRoot = lazy(loadDesk);
// If it fails now it is asked for again, and then the failure is shown.
const preload = (): void => void loadDesk().catch(console.warn);

const Apply = lazy(async () => ({ default: (await import('#client/features/apply/apply-page.tsx')).ApplyPage }));

/** Which page: who is signed in decides. The desk's code comes only with a seat at it. */
export function App() {
  const { phase, session } = useSessionState();
  if (location.pathname === '/apply' && !session?.mustChangePassword)
    return (
      <Suspense fallback={<Opening />}>
        <Apply />
      </Suspense>
    );
  if (phase === 'asking') return <Opening />;
  if (phase === 'unreachable') return <Unreachable />;
  if (!session) return <SignIn onTry={preload} />;
  if (session.mustChangePassword) return <ForcedPassword />;
  const phonePage = phonePageOf(session);
  if (phonePage !== undefined) return <ToPhonePage page={phonePage} />;
  return (
    <Suspense fallback={<Opening />}>
      <DeskRoot session={session} />
    </Suspense>
  );
}

/** A village or a team works on a page of its own, made for a phone. */
const phonePageOf = ({ user }: Session): string | undefined => (user.role === 'village-reporter' ? '/village' : user.role === 'team' ? '/team' : undefined);

function ToPhonePage({ page }: { page: string }) {
  const { t } = useTranslation();
  const there = location.pathname.startsWith(page);
  useEffect(() => {
    if (!there) location.replace(page);
  }, [there, page]);
  if (!there) return <Opening />;
  return (
    <main className="fh-page-message">
      <Icon name="warn" size={32} />
      <h1>{t('shell.phone.missing')}</h1>
      <p>{t('shell.phone.missingHint')}</p>
    </main>
  );
}

function Opening() {
  const { t } = useTranslation();
  return (
    <main className="fh-page-message" aria-busy="true">
      <Mark size={44} />
      <p role="status">{t('common.loading')}</p>
    </main>
  );
}

function Unreachable() {
  const { t } = useTranslation();
  return (
    <main className="fh-page-message">
      <Icon name="cut" size={32} />
      <h1>{t('shell.unreachable.title')}</h1>
      <p role="status">{t('shell.unreachable.hint')}</p>
    </main>
  );
}
