import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation } from 'react-router';
import { useMode } from '#client/store/mode.ts';
import type { Session } from '#client/store/session.ts';
import { useShortcut } from '#client/ui/shortcuts.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { Help } from './help.tsx';
import { StatusBar } from './status-bar.tsx';

/** The window: one status bar always there, a drill marked all around, the page below. */
export function Shell({ session }: { session: Session }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const mode = useMode();
  const [help, setHelp] = useState(false);
  useShortcut('?', 'shell.help.title', () => setHelp(true));
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
      {help && <Help onClose={() => setHelp(false)} />}
    </div>
  );
}
