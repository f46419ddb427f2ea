import './shell.css';
import { Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router';
import type { Session } from '#client/store/session.ts';
import { Skeleton } from '#client/ui/notice.tsx';
import { pagesOf } from './pages.tsx';
import { Shell } from './shell.tsx';

/** Everything a seat at a desk sees. */
export function DeskRoot({ session }: { session: Session }) {
  const pages = pagesOf(session);
  return (
    <BrowserRouter>
      <Routes>
        <Route element={<Shell session={session} />}>
          {pages.map(({ path, Component }) => (
            <Route
              key={path}
              path={path}
              element={
                <Page>
                  <Component />
                </Page>
              }
            />
          ))}
          <Route path="*" element={<Navigate to={pages[0]?.path ?? '/account'} replace />} />
        </Route>
      </Routes>
    </BrowserRouter>
  );
}

function Page({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  return <Suspense fallback={<Skeleton rows={8} label={t('common.loading')} />}>{children}</Suspense>;
}
