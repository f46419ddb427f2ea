import { answer, isOurs, keepPage } from '#client/store/offline-page.ts';

/** What this file uses of a worker's globals: TypeScript has the page's or the worker's, not both. */
interface Worker {
  location: { origin: string };
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  addEventListener(type: 'install' | 'activate', listen: (event: { waitUntil(work: Promise<unknown>): void }) => void): void;
  addEventListener(
    type: 'fetch',
    listen: (event: { request: Request; respondWith(response: Promise<Response>): void; waitUntil(work: Promise<unknown>): void }) => void,
  ): void;
}

// This file runs in a service worker and nowhere else.
const worker = self as unknown as Worker;
const PAGE = '/village';
const SHELF = 'fenghuo.village';

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
