const KEY = 'fenghuo.village.skew';
/** Below this a phone's clock is right: the header has seconds only, and the answer took its time. */
const TOLERATED_MS = 60_000;

let skewMs = 0;

/** Takes up the last comparison, which may be of days ago: a phone's clock stays as wrong as it was. */
export function recallClock(): void {
  skewMs = Number(localStorage.getItem(KEY) ?? 0);
}

/** Now by the server's clock as it was last heard: a phone that is an hour ahead must not report from the future. */
export const now = (): number => Date.now() + skewMs;

export const nowIso = (): string => new Date(now()).toISOString();

/** Compares the phone's clock with the server's. An answer that never comes leaves the last comparison standing. */
export async function compareClocks(): Promise<void> {
  const response = await fetch('/healthz', { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(10_000) });
  const skew = skewOf(response.headers.get('date'), Date.now());
  if (skew === undefined) return;
  skewMs = skew;
  localStorage.setItem(KEY, String(skew));
}

/** How far the server is ahead of the phone; 0 when they agree, undefined when nobody can say. */
export function skewOf(date: string | null, phone: number): number | undefined {
  const server = Date.parse(date ?? '');
  if (Number.isNaN(server)) return undefined;
  return Math.abs(server - phone) < TOLERATED_MS ? 0 : server - phone;
}
