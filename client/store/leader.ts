const LEASE_MS = 6_000;
const BEAT_MS = 2_000;

/**
 * Makes one of the browser's tabs the one that does `name`. Runs `lead` once this tab is it; returns how to step down.
 * On plain http (an intranet without certificates) Web Locks are missing and a lease in localStorage does it.
 */
export function campaign(name: string, lead: () => void): () => void {
  // Absent on plain http, although its type says otherwise.
  const locks = navigator.locks as LockManager | undefined;
  return locks ? byLock(locks, name, lead) : byLease(name, lead);
}

function byLock(locks: LockManager, name: string, lead: () => void): () => void {
  const stop = new AbortController();
  const held = new Promise<void>((release) => stop.signal.addEventListener('abort', () => release()));
  const run = (): Promise<void> => {
    lead();
    return held;
  };
  locks.request(name, { signal: stop.signal }, run).catch((reason: unknown) => {
    if (!stop.signal.aborted) throw reason;
  });
  return () => stop.abort();
}

function byLease(name: string, lead: () => void): () => void {
  const key = `fenghuo.lease.${name}`;
  const me = Math.random().toString(36).slice(2);
  let leading = false;
  const beat = (): void => {
    const [holder = '', until = '0'] = (localStorage.getItem(key) ?? '').split(' ');
    if (holder !== me && Number(until) > Date.now()) return;
    localStorage.setItem(key, `${me} ${Date.now() + LEASE_MS}`);
    if (leading) return;
    leading = true;
    lead();
  };
  beat();
  const timer = setInterval(beat, BEAT_MS);
  return () => {
    clearInterval(timer);
    if (leading) localStorage.removeItem(key);
  };
}
