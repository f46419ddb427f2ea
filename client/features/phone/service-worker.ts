import { answer, isOurs, keepPage } from '#client/store/offline-page.ts';
import { noticeOf, within } from './notice.ts';

interface Waiting {
  waitUntil(work: Promise<unknown>): void;
}
interface Window {
  url: string;
  focus(): Promise<unknown>;
  navigate(url: string): Promise<unknown>;
}

/** What this file uses of a worker's globals: TypeScript has the page's or the worker's, not both. */
interface Worker {
  location: { origin: string };
  skipWaiting(): Promise<void>;
  clients: {
    claim(): Promise<void>;
    matchAll(of: { type: 'window'; includeUncontrolled: boolean }): Promise<readonly Window[]>;
    openWindow(url: string): Promise<unknown>;
  };
  registration: { showNotification(title: string, options: object): Promise<void> };
  addEventListener(type: 'install' | 'activate', listen: (event: Waiting) => void): void;
  addEventListener(type: 'fetch', listen: (event: Waiting & { request: Request; respondWith(response: Promise<Response>): void }) => void): void;
  addEventListener(type: 'push', listen: (event: Waiting & { data: { text(): string } | null }) => void): void;
  addEventListener(type: 'notificationclick', listen: (event: Waiting & { notification: { data: unknown; close(): void } }) => void): void;
}

// This file runs in a service worker and nowhere else.
const worker = self as unknown as Worker;
const PAGE = '/team';
const SHELF = 'fenghuo.team';

const get = (url: string, init?: RequestInit): Promise<Response> => fetch(url, init);

async function renew(): Promise<void> {
  await keepPage(await caches.open(SHELF), get, PAGE);
}

worker.addEventListener('install', (event) => event.waitUntil(renew().then(() => worker.skipWaiting())));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (!isOurs(request, worker.location.origin, PAGE)) return;
  event.respondWith(caches.open(SHELF).then((shelf) => answer(shelf, get, request.url)));
  // Opened at once from the shelf; the newest is fetched meanwhile and serves the next time. Without a network the old one stays.
  if (new URL(request.url).pathname === PAGE) event.waitUntil(renew().catch(() => undefined));
});

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
