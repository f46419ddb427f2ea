import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { SessionAnswer } from '#shared/access/accounts.ts';
import type { ByeReason } from '#shared/protocol.ts';
import type { Actor } from '#shared/seat.ts';
import { forgetPrivate } from './private-text.ts';
import { api, ApiError, setCsrf, Unreachable } from './api.ts';

export type Session = SessionAnswer;

export type Ended = ByeReason | 'signed-out-here';

interface SessionState {
  /** `unreachable`: nobody can say who this is, and nobody was here before. */
  phase: 'asking' | 'unreachable' | 'signed-out' | 'signed-in';
  session: Session | null;
  ended: Ended | null;
}

export const SESSION_KEY = 'fenghuo.session';
const RETRY_MS = 3_000;
/** The server's word that the session is over comes before its answer to whoever ended it. */
let signingOut = false;

export const sessions = createStore<SessionState>(() => ({ phase: 'asking', session: null, ended: null }));

export const useSession = (): Session | null => useStore(sessions, (state) => state.session);
export const useSessionState = (): SessionState => useStore(sessions);
export const sessionNow = (): Session | null => sessions.getState().session;

/** Who orders, for the policies shared with the server. */
export function actorOf({ user }: Session): Actor {
  return { id: user.id, name: user.name, role: user.role, org: user.org, ...(user.team === undefined ? {} : { team: user.team }) };
}

/** Asks the server who this is. While it can't be reached, whoever was here last sees the last state. */
export async function resumeSession(): Promise<void> {
  try {
    enter(await api<Session>('/session'));
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return leave(null);
    if (!(error instanceof ApiError) && !(error instanceof Unreachable)) throw error;
    const last = remembered();
    if (sessionNow() === null) sessions.setState(last ? { phase: 'signed-in', session: last, ended: null } : { phase: 'unreachable' });
    setTimeout(() => void resumeSession(), RETRY_MS);
  }
}

/** Signs in. Throws ApiError `otp-required` when the password is right and a code is needed as well. */
export async function signIn(credentials: { username: string; password: string; otp?: string }): Promise<void> {
  await api<unknown>('/session', { method: 'POST', body: credentials });
  await refreshSession();
}

/** Takes over what the server now says of the session: after a password or a seat changed. */
export async function refreshSession(): Promise<void> {
  enter(await api<Session>('/session'));
}

export async function signOut(): Promise<void> {
  signingOut = true;
  try {
    await api<unknown>('/session', { method: 'DELETE' });
  } catch (error) {
    // Ended already is as good as ended; anything else the person must hear of.
    if (!(error instanceof ApiError && error.status === 401)) throw error;
  } finally {
    signingOut = false;
  }
  leave('signed-out-here');
}

/** The server ended the session, or may have changed its seat: asks, and says why on the sign-in page. */
export function sessionLost(reason: ByeReason): void {
  if (sessionNow() === null || signingOut) return;
  refreshSession().catch((error: unknown) => {
    if (error instanceof ApiError && error.status === 401) leave(reason);
    else setTimeout(() => sessionLost(reason), RETRY_MS);
  });
}

function enter(session: Session): void {
  setCsrf(session.csrf);
  forgetPrivate(session.user.id);
  localStorage.setItem(SESSION_KEY, JSON.stringify({ ...session, csrf: '' }));
  sessions.setState({ phase: 'signed-in', session, ended: null });
}

function leave(ended: Ended | null): void {
  setCsrf(undefined);
  localStorage.removeItem(SESSION_KEY);
  // A session that only ran out is taken up again by the same person, with what was being typed.
  if (ended === 'signed-out-here') forgetPrivate();
  sessions.setState({ phase: 'signed-out', session: null, ended });
}

function remembered(): Session | null {
  const kept = localStorage.getItem(SESSION_KEY);
  // Written only by `enter`.
  return kept === null ? null : (JSON.parse(kept) as Session);
}
