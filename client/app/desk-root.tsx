import './shell.css';
import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router';
import type { Session } from '#client/store/session.ts';
import { Skeleton } from '#client/ui/notice.tsx';
import { Shell } from './shell.tsx';

const Desk = lazy(async () => ({ default: (await import('#client/features/incident/desk.tsx')).Desk }));
const Wall = lazy(async () => ({ default: (await import('#client/features/incident/wall.tsx')).Wall }));
const Account = lazy(async () => ({ default: (await import('#client/features/access/account.tsx')).Account }));
const Users = lazy(async () => ({ default: (await import('#client/features/access/users.tsx')).Users }));

/** Everything a seat at a desk sees. */
export function DeskRoot({ session }: { session: Session }) {
  const administrator = session.user.role === 'administrator';
  return (
    <BrowserRouter>
      <Routes>
        <Route element={<Shell session={session} />}>
          <Route
            path="/"
            element={
              administrator ? (
                <Navigate to="/admin/users" replace />
              ) : (
                <Page>
                  <Desk />
                </Page>
              )
            }
          />
          <Route
            path="/wall"
            element={
              <Page>
                <Wall />
              </Page>
            }
          />
          <Route
            path="/account"
            element={
              <Page>
                <Account />
              </Page>
            }
          />
          {administrator && (
            <Route
              path="/admin/users"
              element={
                <Page>
                  <Users />
                </Page>
              }
            />
          )}
          <Route path="*" element={<Navigate to="/" replace />} />
        </Route>
      </Routes>
    </BrowserRouter>
  );
}

function Page({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  return <Suspense fallback={<Skeleton rows={8} label={t('common.loading')} />}>{children}</Suspense>;
}
