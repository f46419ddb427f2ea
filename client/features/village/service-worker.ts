import { keepOffline, type OfflineWorker } from '#client/store/offline-worker.ts';

// This file runs in a service worker and nowhere else.
keepOffline(self as unknown as OfflineWorker, '/village', 'fenghuo.village');
