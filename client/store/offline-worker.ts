import { answer, isOurs, keepPage } from './offline-page.ts';

/** What is used of a worker's globals: TypeScript has the page's or the worker's, not both. */
export interface OfflineWorker {
  location: { origin: string };
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  addEventListener(type: 'install' | 'activate', listen: (event: Waiting) => void): void;
  addEventListener(type: 'fetch', listen: (event: Waiting & { request: Request; respondWith(response: Promise<Response>): void }) => void): void;
}
export interface Waiting {
  waitUntil(work: Promise<unknown>): void;
}

const get = (url: string, init?: RequestInit): Promise<Response> => fetch(url, init);

/** Lets a page of one file open without a network: `page` is its path, `shelf` the cache that is its own. */
export function keepOffline(worker: OfflineWorker, page: string, shelf: string): void {
  const renew = async (): Promise<void> => keepPage(await caches.open(shelf), get, page);
  worker.addEventListener('install', (event) => event.waitUntil(renew().then(() => worker.skipWaiting())));
  worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
  worker.addEventListener('fetch', (event) => {
    const { request } = event;
    if (!isOurs(request, worker.location.origin, page)) return;
    event.respondWith(caches.open(shelf).then((kept) => answer(kept, get, request.url)));
    // Opened at once from the shelf; the newest is fetched meanwhile and serves the next time. Without a network the old one stays.
    if (new URL(request.url).pathname === page) event.waitUntil(renew().catch(() => undefined));
  });
}
