import type { SessionAnswer } from '#shared/access/accounts.ts';
import type { Organisation } from '#shared/organisation/state.ts';
import { ApiError, setCsrf, Unreachable } from '#client/store/api.ts';
import { compareClocks } from './clock.ts';
import { placeOfOrganisations } from './place.ts';
import { isReporter } from './reporter.ts';
import { ask } from './server.ts';
import { village, type VillageState } from './state.ts';
import { learnVillages } from './villages.ts';

const KEY = 'fenghuo.village.session';
const TOWNSHIP_DIGITS = 9;

interface Remembered {
  session: SessionAnswer;
  place: VillageState['place'];
}

/** Asks the server who this is. Without an answer it is whoever was here last: they must be able to report. */
export async function resume(): Promise<void> {
  const last = remembered();
  // At two bars an answer takes long, and the pictures must be there at once.
  if (last && village.getState().phase === 'asking') village.setState({ phase: 'signed-in', session: last.session, place: last.place });
  try {
    enter(await ask<SessionAnswer>('/session'));
  } catch (error) {
    if (!(error instanceof ApiError) && !(error instanceof Unreachable)) throw error;
    const ended = error instanceof ApiError && error.status === 401;
    if (last) village.setState({ phase: ended ? 'expired' : 'signed-in', session: last.session, place: last.place });
    else village.setState({ phase: 'signed-out', session: null, place: null });
    return;
  }
  await Promise.all([learnPlace(), compareClocks()]).catch(ifUnreachable);
}

/** Signs in. Throws ApiError `otp-required` when the password is right and a code is needed as well. */
export async function signIn(credentials: { username: string; password: string; otp?: string }): Promise<void> {
  await ask<unknown>('/session', { method: 'POST', body: credentials });
  await resume();
}

export async function changePassword(change: { current: string; next: string }): Promise<void> {
  await ask<unknown>('/session/password', { method: 'POST', body: change });
  await resume();
}

/** Signs out. Throws when the server can't be told: a session must not live on behind a page that says it ended. */
export async function signOut(): Promise<void> {
  try {
    await ask<unknown>('/session', { method: 'DELETE' });
  } catch (error) {
    // Ended already is as good as ended.
    if (!(error instanceof ApiError && error.status === 401)) throw error;
  }
  setCsrf(undefined);
  localStorage.removeItem(KEY);
  village.setState({ phase: 'signed-out', session: null, place: null });
}

function enter(session: SessionAnswer): void {
  setCsrf(session.csrf);
  const last = remembered();
  const place = last?.session.user.org === session.user.org ? last.place : null;
  remember(session, place);
  village.setState({ phase: 'signed-in', session, place });
}

/** What people call the reporter's village, for titles made without a network later. */
async function learnPlace(): Promise<void> {
  const { session } = village.getState();
  if (!session || !isReporter(session.user.role) || session.mustChangePassword) return;
  const { org } = session.user;
  if (session.user.role === 'township-duty') await learnVillages(org);
  const [own, township] = await Promise.all([organisation(org), org.length > TOWNSHIP_DIGITS ? organisation(org.slice(0, TOWNSHIP_DIGITS)) : undefined]);
  const place = placeOfOrganisations(own, township);
  remember(session, place);
  village.setState({ place });
}

const organisation = (id: string): Promise<Organisation> => ask<Organisation>(`/organisations/${encodeURIComponent(id)}`);

/** What waits for the network may fail by it, and is done again when it is back. */
export function ifUnreachable(error: unknown): void {
  if (
    error instanceof Unreachable ||
    error instanceof ApiError ||
    error instanceof TypeError ||
    (error instanceof DOMException && error.name === 'TimeoutError')
  )
    return;
  throw error;
}

function remember(session: SessionAnswer, place: VillageState['place']): void {
  localStorage.setItem(KEY, JSON.stringify({ session: { ...session, csrf: '' }, place } satisfies Remembered));
}

function remembered(): Remembered | null {
  const kept = localStorage.getItem(KEY);
  // Written only by `remember`.
  return kept === null ? null : (JSON.parse(kept) as Remembered);
}
