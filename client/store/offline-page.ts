/** The part of the Cache interface that is used here. */
export interface Shelf {
  match(url: string): Promise<Response | undefined>;
  put(url: string, response: Response): Promise<void>;
  keys(): Promise<readonly { url: string }[]>;
  delete(url: string): Promise<boolean>;
}

type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

/** What a built page asks for: its scripts and styles, which have a hash in their names. */
export function assetsOf(html: string): string[] {
  const found = [...html.matchAll(/(?:src|href)="(\/assets\/[^"?#]+)"/g)].map(([, url = '']) => url);
  return [...new Set(found)];
}

/** Puts the newest page on the shelf: its files first, so that a page that is kept can always run, then what no page asks for is taken away. */
export async function keepPage(shelf: Shelf, fetch: Fetch, path: string): Promise<void> {
  const page = await fetch(path, { cache: 'no-cache', credentials: 'same-origin' });
  const html = await page.clone().text();
  const assets = assetsOf(html);
  // A captive portal or a proxy answers too, but it does not answer with our page.
  if (!page.ok || page.redirected || assets.length === 0) throw new Error(`This is not ${path}.`);
  for (const url of assets) if (!(await shelf.match(url))) await keepAsset(shelf, fetch, url);
  await shelf.put(path, page);
  for (const { url } of await shelf.keys()) {
    const { pathname } = new URL(url, 'http://here');
    if (pathname !== path && !assets.includes(pathname)) await shelf.delete(url);
  }
}

async function keepAsset(shelf: Shelf, fetch: Fetch, url: string): Promise<void> {
  const asset = await fetch(url);
  if (!asset.ok) throw new Error(`${url}: HTTP ${asset.status}`);
  await shelf.put(url, asset);
}

/** Whether the worker answers for a request: the page and its files, and nothing else, least of all the interface. */
export function isOurs({ method, mode, url }: { method: string; mode: string; url: string }, origin: string, path: string): boolean {
  const { origin: from, pathname } = new URL(url);
  if (method !== 'GET' || from !== origin) return false;
  return mode === 'navigate' ? pathname === path : pathname.startsWith('/assets/');
}

/** The page from the shelf at once, or from the network when it is not there yet. */
export async function answer(shelf: Shelf, fetch: Fetch, url: string): Promise<Response> {
  return (await shelf.match(new URL(url).pathname)) ?? fetch(url);
}
