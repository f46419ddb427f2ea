/** What a browser says about where a request comes from. A page can't forge these, other programs can send what they like. */
export interface Provenance {
  method: string;
  origin: string | undefined;
  host: string | undefined;
  site: string | undefined;
}

/**
 * Whether a page of this origin may call: our own, or one that is allowed by name. `null` (a sandbox, a file) is nobody.
 * Absent is let through: a browser sends it with every WebSocket, every foreign request and every change, so what sends none
 * is no browser, or our own page reading.
 */
export function originAllowed(origin: string | undefined, host: string | undefined, allowed: readonly string[]): boolean {
  if (origin === undefined) return true;
  const from = parsed(origin);
  if (from === undefined) return false;
  return from.host === host?.toLowerCase() || allowed.some((one) => parsed(one)?.origin === from.origin);
}

const READING: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

export const isReading = (method: string): boolean => READING.includes(method);

/** Whether a request may change anything. Some browsers leave Origin out of a same-origin one, so Sec-Fetch-Site has its say too. */
export function mayChange({ method, origin, host, site }: Provenance, allowed: readonly string[]): boolean {
  if (isReading(method)) return true;
  if (origin !== undefined) return originAllowed(origin, host, allowed);
  return site === undefined || site === 'same-origin' || site === 'none';
}

function parsed(origin: string): URL | undefined {
  // `null` and other scraps are no URL.
  const url = URL.canParse(origin) ? new URL(origin) : undefined;
  return url?.protocol === 'http:' || url?.protocol === 'https:' ? url : undefined;
}
