import { keepOffline, type OfflineWorker, type Waiting } from '#client/store/offline-worker.ts';
import { noticeOf, within } from './notice.ts';

interface Window {
  url: string;
  focus(): Promise<unknown>;
  navigate(url: string): Promise<unknown>;
}

interface PushWorker extends OfflineWorker {
  clients: {
    claim(): Promise<void>;
    matchAll(of: { type: 'window'; includeUncontrolled: boolean }): Promise<readonly Window[]>;
    openWindow(url: string): Promise<unknown>;
  };
  registration: { showNotification(title: string, options: object): Promise<void> };
  addEventListener: OfflineWorker['addEventListener'] & {
    (type: 'push', listen: (event: Waiting & { data: { text(): string } | null }) => void): void;
    (type: 'notificationclick', listen: (event: Waiting & { notification: { data: unknown; close(): void } }) => void): void;
  };
}

// This file runs in a service worker and nowhere else.
const worker = self as unknown as PushWorker;
const PAGE = '/team';

keepOffline(worker, PAGE, 'fenghuo.team');

/** Every push shows something: browsers take the right away from a page that is silent. */
worker.addEventListener('push', (event) => {
  const { title, ...options } = noticeOf(event.data?.text());
  event.waitUntil(worker.registration.showNotification(title, options));
});

worker.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(goTo(within(event.notification.data, PAGE)));
});

/** The page that is open comes to the front; else it is opened. */
async function goTo(url: string): Promise<void> {
  const windows = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const open = windows.find((one) => new URL(one.url).pathname === PAGE);
  if (!open) return void (await worker.clients.openWindow(url));
  await open.focus();
  // One that this worker does not lead yet can't be led elsewhere: it is in front, and shows its own first screen.
  await open.navigate(url).catch(() => undefined);
}
