import { describe, expect, it } from 'vitest';
import { answer, assetsOf, isOurs, keepPage, type Shelf } from './offline-page.ts';

const PAGE = '/village';

const html = (hash: string): string =>
  `<link rel="stylesheet" crossorigin href="/assets/village-${hash}.css"><script type="module" crossorigin src="/assets/village-${hash}.js"></script>`;

function memoryShelf(): Shelf & { kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    match: async (url) => (kept.has(url) ? new Response(kept.get(url)) : undefined),
    put: async (url, response) => void kept.set(url, await response.text()),
    keys: async () => [...kept.keys()].map((path) => ({ url: `https://county.example${path}` })),
    delete: async (url) => kept.delete(new URL(url).pathname),
  };
}

/** A network that has these files; everything else is 404. */
const network = (files: Record<string, string>) => async (url: string) =>
  Object.hasOwn(files, url) ? new Response(files[url]) : new Response('', { status: 404 });
const build = (hash: string): Record<string, string> => ({ [PAGE]: html(hash), [`/assets/village-${hash}.css`]: 'css', [`/assets/village-${hash}.js`]: 'js' });

describe('the page without a network', () => {
  it('is kept with every file that it asks for', async () => {
    const shelf = memoryShelf();
    await keepPage(shelf, network(build('a1')), PAGE);
    expect([...shelf.kept.keys()].sort()).toEqual(['/assets/village-a1.css', '/assets/village-a1.js', PAGE]);
  });

  it('a newer page takes the place of the old one, files and all', async () => {
    const shelf = memoryShelf();
    await keepPage(shelf, network(build('a1')), PAGE);
    await keepPage(shelf, network(build('b2')), PAGE);
    expect([...shelf.kept.keys()].sort()).toEqual(['/assets/village-b2.css', '/assets/village-b2.js', PAGE]);
    expect(shelf.kept.get(PAGE)).toBe(html('b2'));
  });

  it('a newer page whose files can not all be fetched does not touch the old one', async () => {
    const shelf = memoryShelf();
    await keepPage(shelf, network(build('a1')), PAGE);
    await expect(keepPage(shelf, network({ [PAGE]: html('b2'), '/assets/village-b2.css': 'css' }), PAGE)).rejects.toThrow('HTTP 404');
    expect(shelf.kept.get(PAGE)).toBe(html('a1'));
    expect(shelf.kept.has('/assets/village-a1.js')).toBe(true);
  });

  it('what a captive portal or a failing server answers is not kept', async () => {
    const shelf = memoryShelf();
    await expect(keepPage(shelf, async () => new Response('<h1>Pay for this network</h1>'), PAGE)).rejects.toThrow('not /village');
    await expect(keepPage(shelf, async () => new Response(html('a1'), { status: 503 }), PAGE)).rejects.toThrow('not /village');
    expect(shelf.kept.size).toBe(0);
  });

  it('comes from the shelf, and from the network only when it is not there', async () => {
    const shelf = memoryShelf();
    await keepPage(shelf, network(build('a1')), PAGE);
    const none = async (): Promise<Response> => Promise.reject(new Error('no network'));
    expect(await (await answer(shelf, none, 'https://county.example/village?from=sms')).text()).toBe(html('a1'));
    await expect(answer(shelf, none, 'https://county.example/assets/other.js')).rejects.toThrow('no network');
  });

  it('the worker answers for the page and its files, never for the interface or another page', () => {
    const origin = 'https://county.example';
    const asks = (url: string, mode = 'cors', method = 'GET'): boolean => isOurs({ url, mode, method }, origin, PAGE);
    expect(asks(`${origin}/village`, 'navigate')).toBe(true);
    expect(asks(`${origin}/assets/village-a1.js`)).toBe(true);
    expect(asks(`${origin}/api/v1/session`)).toBe(false);
    expect(asks(`${origin}/api/v1/orders`, 'cors', 'POST')).toBe(false);
    expect(asks(`${origin}/village-sw.js`)).toBe(false);
    expect(asks(`${origin}/`, 'navigate')).toBe(false);
    expect(asks('https://tiles.example/assets/1.png')).toBe(false);
  });

  it('names each file once, and only files of the build', () => {
    expect(assetsOf(`${html('a1')}${html('a1')}<a href="/village"></a><script src="https://other.example/assets/x.js"></script>`)).toEqual([
      '/assets/village-a1.css',
      '/assets/village-a1.js',
    ]);
  });
});
