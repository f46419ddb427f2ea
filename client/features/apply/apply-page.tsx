import './apply.css';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#client/store/api.ts';
import { signOut, useSessionState } from '#client/store/session.ts';
import { Mark } from '#client/ui/mark.tsx';
import { Notice, Skeleton } from '#client/ui/notice.tsx';
import { LanguageSwitch, ThemeSwitch } from '#client/ui/switches.tsx';
import { useTitle } from '#client/ui/title.ts';
import { NewApplication } from './new-application.tsx';
import { OwnApplication } from './own-application.tsx';

/** 救援队伍登记申请: open to everybody, made for a phone. A team that is signed in sees what became of its application, and mends it. */
export function ApplyPage() {
  const { t } = useTranslation();
  const { phase, session } = useSessionState();
  useTitle(t('apply.title'));
  return (
    <div className="apply">
      <header className="apply-head">
        <Mark size={30} />
        <div>
          <strong>{t('common.product')}</strong>
          <h1>{t('apply.title')}</h1>
        </div>
        <LanguageSwitch />
        <ThemeSwitch />
      </header>
      <main>
        {phase === 'asking' ? (
          <Skeleton rows={8} label={t('common.loading')} />
        ) : phase === 'unreachable' ? (
          <Notice tone="no">{t('apply.unreachable')}</Notice>
        ) : !session ? (
          <IfOpen>
            <NewApplication />
          </IfOpen>
        ) : session.user.role === 'team' && session.user.team !== undefined ? (
          <OwnApplication teamId={session.user.team} />
        ) : (
          <Notice>
            {t('apply.notTeam', { name: session.user.name })}{' '}
            <button type="button" className="fh-button" onClick={() => void signOut().catch(console.warn)}>
              {t('apply.signOut')}
            </button>
          </Notice>
        )}
      </main>
      <footer className="apply-foot">
        <a href="/">{t('apply.toDoor')}</a>
      </footer>
    </div>
  );
}

/** The administrator may have closed the page: then it says so before anything is typed. */
function IfOpen({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<boolean>();
  useEffect(() => {
    api<{ applications: boolean }>('/config').then(
      ({ applications }) => setOpen(applications),
      (error: unknown) => {
        // Whether it is open the server says again when the application is sent.
        console.warn(error);
        setOpen(true);
      },
    );
  }, []);
  if (open === undefined) return <Skeleton rows={8} label={t('common.loading')} />;
  return open ? children : <Notice>{t('apply.closed')}</Notice>;
}
