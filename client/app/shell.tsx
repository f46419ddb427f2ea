import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation } from 'react-router';
import { useMode } from '#client/store/mode.ts';
import type { Session } from '#client/store/session.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { Help } from './help.tsx';
import { keepOffline } from './keep-offline.ts';
import { ShellCommands } from './shell-commands.tsx';
import { StatusBar } from './status-bar.tsx';

/** Fetched when it is asked for the first time. */
const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }));

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
      {palette && (
        <Suspense>
          <Palette onClose={() => setPalette(false)} />
        </Suspense>
      )}
      {help && <Help onClose={() => setHelp(false)} />}
    </div>
  );
}
