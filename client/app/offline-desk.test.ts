import { describe, expect, it } from 'vitest';
import { answer, isOurs, keepDesk, PAGE, type Shelf } from './offline-desk.ts';

const HERE = 'https://city.example';
const html = (hash: string): string =>
  `<link rel="icon" href="/assets/icon-${hash}.svg"><script type="module" crossorigin src="/assets/index-${hash}.js"></script>`;
const filesOf = (hash: string): string[] => [`/assets/index-${hash}.js`, `/assets/desk-${hash}.js`, '/assets/leaflet.js'];
const build = (hash: string): Record<string, string> => ({ [PAGE]: html(hash), ...Object.fromEntries(filesOf(hash).map((file) => [file, hash])) });

function memoryShelf(): Shelf & { kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    match: async (url) => (kept.has(url) ? new Response(kept.get(url)) : undefined),
    put: async (url, response) => void kept.set(url, await response.text()),
    keys: async () => [...kept.keys()].map((path) => ({ url: `${HERE}${path}` })),
    delete: async (url) => kept.delete(new URL(url).pathname),
  };
}

const network = (files: Record<string, string>) => async (url: string) => {
  const path = url.replace(HERE, '');
  return Object.hasOwn(files, path) ? new Response(files[path]) : new Response('', { status: 404 });
};
const none = async (): Promise<Response> => Promise.reject(new Error('no network'));
const navigate = (path: string) => ({ mode: 'navigate', url: `${HERE}${path}` });

describe('the desk without a network', () => {
  it('opens from what was kept, at whatever path of it', async () => {
    const shelf = memoryShelf();
    await keepDesk(shelf, network(build('a1')), filesOf('a1'));
    for (const path of ['/', '/?incident=1', '/wall', '/history']) expect(await (await answer(shelf, none, navigate(path))).text()).toBe(html('a1'));
    expect(await (await answer(shelf, none, { mode: 'cors', url: `${HERE}/assets/desk-a1.js` })).text()).toBe('a1');
  });

  it('also when something in between answers in place of the server', async () => {
    const shelf = memoryShelf();
    await keepDesk(shelf, network(build('a1')), filesOf('a1'));
    const proxy = async (): Promise<Response> => new Response('Bad gateway', { status: 502 });
    expect(await (await answer(shelf, proxy, navigate('/'))).text()).toBe(html('a1'));
  });

  it('with a network the server’s page is shown, so that an update is seen at once', async () => {
    const shelf = memoryShelf();
    await keepDesk(shelf, network(build('a1')), filesOf('a1'));
    expect(await (await answer(shelf, network(build('b2')), navigate('/'))).text()).toBe(html('b2'));
  });

  it('a newer version takes the place of the old one, and shares what has not changed', async () => {
    const shelf = memoryShelf();
    await keepDesk(shelf, network(build('a1')), filesOf('a1'));
    await keepDesk(shelf, network(build('b2')), filesOf('b2'));
    expect([...shelf.kept.keys()].sort()).toEqual(['/', '/assets/desk-b2.js', '/assets/index-b2.js', '/assets/leaflet.js']);
    expect(shelf.kept.get('/assets/leaflet.js')).toBe('a1');
  });

  it('a version of which a file is missing, and a page that is not ours, are not kept', async () => {
    const shelf = memoryShelf();
    await keepDesk(shelf, network(build('a1')), filesOf('a1'));
    await expect(keepDesk(shelf, network({ [PAGE]: html('b2') }), filesOf('b2'))).rejects.toThrow('HTTP 404');
    await expect(keepDesk(shelf, network({ ...build('a1'), [PAGE]: '<h1>Pay for this network</h1>' }), filesOf('a1'))).rejects.toThrow('not the desk');
    await expect(keepDesk(shelf, network({ ...build('a1'), [PAGE]: html('c3') }), filesOf('a1'))).rejects.toThrow('not the desk');
    expect(shelf.kept.get(PAGE)).toBe(html('a1'));
  });

  it('the worker answers for pages and files, never for the interface or for what stands beside the desk', () => {
    const asks = (url: string, mode = 'cors', method = 'GET'): boolean => isOurs({ url, mode, method }, HERE);
    for (const path of ['/', '/wall', '/history', '/admin/users', '/account']) expect(asks(`${HERE}${path}`, 'navigate'), path).toBe(true);
    expect(asks(`${HERE}/assets/index-a1.js`)).toBe(true);
    for (const path of ['/village', '/docs', '/api/v1/files/1', '/healthz', '/metrics', '/tiles/a.pmtiles', '/village-sw.js'])
      expect(asks(`${HERE}${path}`, 'navigate'), path).toBe(false);
    for (const path of ['/api/v1/session', '/desk-sw.js', '/socket.io/', '/tiles/a.pmtiles']) expect(asks(`${HERE}${path}`), path).toBe(false);
    expect(asks(`${HERE}/api/v1/orders`, 'cors', 'POST')).toBe(false);
    expect(asks('https://tiles.example/assets/1.png')).toBe(false);
  });
});
