import { answer, isOurs, keepDesk } from './offline-desk.ts';

/** What this file uses of a worker's globals: TypeScript has the page's or the worker's, not both. */
interface Worker {
  location: { origin: string };
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  addEventListener(type: 'install' | 'activate', listen: (event: { waitUntil(work: Promise<unknown>): void }) => void): void;
  addEventListener(type: 'fetch', listen: (event: { request: Request; respondWith(response: Promise<Response>): void }) => void): void;
}

/** The files of this version, written in when it is built: another version is another worker, and the browser sees that. */
declare const DESK_FILES: readonly string[];

// This file runs in a service worker and nowhere else.
const worker = self as unknown as Worker;
const SHELF = 'fenghuo.desk';

const get = (url: string, init?: RequestInit): Promise<Response> => fetch(url, init);

worker.addEventListener('install', (event) =>
  event.waitUntil(
    caches
      .open(SHELF)
      .then((shelf) => keepDesk(shelf, get, DESK_FILES))
      .then(() => worker.skipWaiting()),
  ),
);
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (isOurs(request, worker.location.origin)) event.respondWith(caches.open(SHELF).then((shelf) => answer(shelf, get, request)));
});
