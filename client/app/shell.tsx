import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation } from 'react-router';
import { ReminderStack } from '#client/features/reminder/reminder-stack.tsx';
import { useMode } from '#client/store/mode.ts';
import type { Session } from '#client/store/session.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { Help } from './help.tsx';
import { keepOffline } from './keep-offline.ts';
import { Palette } from './palette.tsx';
import { ShellCommands } from './shell-commands.tsx';
import { StatusBar } from './status-bar.tsx';

/** The window: one status bar always there, a drill marked all around, the page below. */
export function Shell({ session }: { session: Session }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const mode = useMode();
  const [help, setHelp] = useState(false);
  const [palette, setPalette] = useState(false);
  useEffect(keepOffline, []);
  return (
    <div className="fh-window" data-mode={mode}>
      <a className="fh-skip" href="#page">
        {t('shell.skip')}
      </a>
      <div className="fh-shell">
        <StatusBar session={session} quiet={pathname === '/wall'} onHelp={() => setHelp(true)} />
        <main id="page" className="fh-page" tabIndex={-1}>
          <ErrorBoundary key={pathname}>
            <Outlet />
          </ErrorBoundary>
        </main>
      </div>
      <ShellCommands session={session} onPalette={() => setPalette(true)} onHelp={() => setHelp(true)} />
      <ReminderStack session={session} />
      {palette && <Palette onClose={() => setPalette(false)} />}
      {help && <Help onClose={() => setHelp(false)} />}
    </div>
  );
}
