import { api, ApiError } from '#client/store/api.ts';

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

export async function pushState(): Promise<PushState> {
  const no = obstacle();
  if (no) return no;
  const subscription = await registered();
  if (subscription) return 'on';
  return (await serverKey()) === undefined ? 'server' : 'off';
}

/** Asks the phone, then tells the server. Called from a touch: browsers allow the question only then. */
export async function turnPushOn(): Promise<PushState> {
  if ((await Notification.requestPermission()) !== 'granted') return Notification.permission === 'denied' ? 'denied' : 'off';
  const key = await serverKey();
  if (key === undefined) return 'server';
  const { pushManager } = await navigator.serviceWorker.ready;
  const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
  await tell('POST', subscription.toJSON());
  return 'on';
}

export async function turnPushOff(): Promise<PushState> {
  const subscription = await registered();
  if (subscription) {
    await tell('DELETE', { endpoint: subscription.endpoint });
    await subscription.unsubscribe();
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

const tell = (method: 'POST' | 'DELETE', { endpoint, keys }: PushSubscriptionJSON): Promise<unknown> =>
  api('/push/subscriptions', { method, body: method === 'DELETE' ? { endpoint } : { endpoint, keys } });
