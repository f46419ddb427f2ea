import type { Language } from '#client/i18n/index.ts';
import { api, ApiError } from '#client/store/api.ts';
import { sessionNow } from '#client/store/session.ts';

/** Whether this phone shows a call on its lock screen; if it can't, why, in a word that has a sentence. */
export type PushState = 'off' | 'on' | 'unsupported' | 'insecure' | 'install' | 'server' | 'denied';

const isIphone = (): boolean => /iPhone|iPad/.test(navigator.userAgent);
const isInstalled = (): boolean => matchMedia('(display-mode: standalone)').matches;

/** What stands in the way on this phone, before anybody is asked. */
function obstacle(): PushState | undefined {
  if (!window.isSecureContext) return 'insecure';
  if (!('serviceWorker' in navigator) || !('PushManager' in window) || !('Notification' in window))
    return isIphone() && !isInstalled() ? 'install' : 'unsupported';
  return Notification.permission === 'denied' ? 'denied' : undefined;
}

export async function pushState(language: Language): Promise<PushState> {
  const no = obstacle();
  if (no) return no;
  const subscription = await registered();
  if (subscription) return tell(subscription, language);
  return (await serverKey()) === undefined ? 'server' : 'off';
}

/** Asks the phone, then tells the server. Called from a touch: browsers allow the question only then. */
export async function turnPushOn(language: Language): Promise<PushState> {
  if ((await Notification.requestPermission()) !== 'granted') return Notification.permission === 'denied' ? 'denied' : 'off';
  const key = await serverKey();
  if (key === undefined) return 'server';
  const { pushManager } = await navigator.serviceWorker.ready;
  return tell(await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key }), language);
}

/** For whom this page has told the server that this browser listens. */
let toldFor: string | undefined;

/** Whoever had this phone before may have been told there: it is said anew for whoever sits here now, once. */
async function tell(subscription: PushSubscription, language: Language): Promise<PushState> {
  const { endpoint, keys } = subscription.toJSON();
  const now = [sessionNow()?.user.id, language, endpoint].join(' ');
  if (now === toldFor) return 'on';
  try {
    await api('/push/subscriptions', { method: 'POST', body: { endpoint, keys, language } });
  } catch (error) {
    if (error instanceof ApiError) return 'server';
    throw error;
  }
  toldFor = now;
  return 'on';
}

export async function turnPushOff(): Promise<PushState> {
  const subscription = await registered();
  if (subscription) {
    await api('/push/subscriptions', { method: 'DELETE', body: { endpoint: subscription.endpoint } });
    await subscription.unsubscribe();
    toldFor = undefined;
  }
  return 'off';
}

/** With whoever signs out their notices go. What the server can't be told now it learns from the push service: the address is gone. */
export async function forgetPush(): Promise<void> {
  if (obstacle()) return;
  await turnPushOff().catch((error: unknown) => console.warn('The server was not told that this phone is notified no more.', error));
}

async function registered(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration('/team');
  return (await registration?.pushManager.getSubscription()) ?? null;
}

async function serverKey(): Promise<string | undefined> {
  try {
    return (await api<{ key?: string }>('/push/key')).key;
  } catch (error) {
    // Without that call the server knows no push; without a network it is asked the next time.
    if (error instanceof ApiError) return undefined;
    throw error;
  }
}
