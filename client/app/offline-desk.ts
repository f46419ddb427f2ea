/** The part of the Cache interface that is used here. */
export interface Shelf {
  match(url: string): Promise<Response | undefined>;
  put(url: string, response: Response): Promise<void>;
  keys(): Promise<readonly { url: string }[]>;
  delete(url: string): Promise<boolean>;
}

type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

/** The page of every path of the desk: which one is shown is decided in the browser. */
export const PAGE = '/';
/** What stands beside the desk on this server, and is never answered from here. */
const ELSEWHERE = /^\/(?:api|village|team|docs|healthz|readyz|metrics|tiles|socket\.io)(?:\/|$|-)/;
/** A server that is slower than this is as good as away, for a page that is kept here. */
export const PATIENCE_MS = 4_000;

/** Whether the worker answers for a request: the page by whatever path, and the files of the build; never the interface. */
export function isOurs({ method, mode, url }: { method: string; mode: string; url: string }, origin: string): boolean {
  const { origin: from, pathname } = new URL(url);
  if (method !== 'GET' || from !== origin) return false;
  return mode === 'navigate' ? !ELSEWHERE.test(pathname) : pathname.startsWith('/assets/');
}

/** Puts every file of this version on the shelf, then its page, so that a page that is kept can always run; what is of no use any more is taken away. */
export async function keepDesk(shelf: Shelf, fetch: Fetch, files: readonly string[]): Promise<void> {
  for (const file of files) if (!(await shelf.match(file))) await keep(shelf, fetch, file);
  await shelf.put(PAGE, await freshPage(fetch, files));
  for (const { url } of await shelf.keys()) {
    const { pathname } = new URL(url, 'http://here');
    if (pathname !== PAGE && !files.includes(pathname)) await shelf.delete(url);
  }
}

async function keep(shelf: Shelf, fetch: Fetch, file: string): Promise<void> {
  const answer = await fetch(file);
  if (!answer.ok) throw new Error(`${file}: HTTP ${answer.status}`);
  await shelf.put(file, answer);
}

/** The page, if it is one of this version's: a captive portal or a proxy answers too, but not with our page. */
async function freshPage(fetch: Fetch, files: readonly string[]): Promise<Response> {
  const page = await fetch(PAGE, { cache: 'no-cache', credentials: 'same-origin' });
  const html = await page.clone().text();
  const scripts = [...html.matchAll(/src="(\/assets\/[^"?#]+)"/g)].map(([, url = '']) => url);
  if (!page.ok || page.redirected || scripts.length === 0 || !scripts.every((url) => files.includes(url)))
    throw new Error('This is not the desk of this version.');
  return page;
}

/** A page from the server, and from the shelf when it does not answer; a file from the shelf, and from the server when it is not kept. */
export async function answer(shelf: Shelf, fetch: Fetch, { mode, url }: { mode: string; url: string }): Promise<Response> {
  if (mode !== 'navigate') return (await shelf.match(new URL(url).pathname)) ?? fetch(url);
  const kept = await shelf.match(PAGE);
  if (!kept) return fetch(url);
  try {
    const fresh = await fetch(url, { credentials: 'same-origin', signal: AbortSignal.timeout(PATIENCE_MS) });
    return fresh.status < 500 ? fresh : kept;
  } catch {
    // No network, or no server: what is kept opens, and says itself that there is no connection.
    return kept;
  }
}
