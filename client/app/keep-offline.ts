/** What a duty officer looks at goes first: the files for later are fetched when the line is quiet. */
const AFTER_MS = 8_000;

/** Keeps the desk on this device, so that a reload without a network has something to load. On plain http there are no workers, and a reload needs the server. */
export function keepOffline(): () => void {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return () => undefined;
  const timer = setTimeout(() => {
    navigator.serviceWorker
      .register('/desk-sw.js', { scope: '/' })
      .catch((error: unknown) => console.warn('The desk is not kept for times without a network.', error));
  }, AFTER_MS);
  return () => clearTimeout(timer);
}
