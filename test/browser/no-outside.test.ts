import { beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { TestUser } from '#test/support/test-app.ts';
import { stage } from './browser.ts';
import { isLive } from './desk.ts';
import { watch } from './watch.ts';
import { zh } from './words.ts';

const { app, open, expects } = stage();
let city: TestUser;
beforeAll(async () => void (city = await app().addUser('city-duty')));

/** Every test here holds a page to this; a gate that has never caught anything proves nothing. */
describe('the watch over a page', () => {
  it('catches what goes wrong in it, and every word to another host', async () => {
    const page = await open(null);
    expects(page, /./s);
    const { faults } = watch(page.context(), app().url);
    await page.evaluate(`
      console.error('the map is broken');
      setTimeout(() => { throw new Error('nobody caught this'); });
      new Image().src = 'http://tiles.example/1/2/3.png';
      fetch('http://count.example/visit').catch(() => undefined);
      new WebSocket('ws://push.example/').onerror = () => undefined;
      fetch('/assets/gone.js');
    `);
    const caught = [
      /^console: the map is broken/,
      /^thrown: .*nobody caught this/s,
      /tiles\.example/,
      /count\.example/,
      /push\.example/,
      /status of 404 .*gone\.js/,
    ];
    for (const fault of caught) await expect.poll(faults).toContainEqual(expect.stringMatching(fault));
  });
});

describe('nothing is asked of another host by', () => {
  it.each<[string, boolean, string, (page: Page) => Promise<unknown>]>([
    ['the door', false, '/', (page) => page.getByRole('form', { name: zh.access.signIn.title }).waitFor()],
    ['the desk', true, '/', (page) => page.getByRole('region', { name: zh.map.label }).waitFor()],
    ['the wall', true, '/wall', (page) => page.getByRole('region', { name: zh.map.label }).waitFor()],
    ['the account', true, '/account', (page) => page.getByRole('region', { name: zh.access.sessions.title }).waitFor()],
    ['the API pages', false, '/docs', (page) => page.getByText('Give an order', { exact: true }).waitFor()],
  ])('%s', async (_what, signedIn, at, ready) => {
    const page = await open(signedIn ? city : null, '/healthz');
    const asked: URL[] = [];
    page.context().on('request', (request) => asked.push(new URL(request.url())));
    await page.goto(at);
    await ready(page);
    if (signedIn) await isLive(page);
    await page.waitForLoadState('networkidle');
    const hosts = asked.filter(({ protocol }) => protocol.startsWith('http')).map(({ host }) => host);
    expect(hosts.length).toBeGreaterThan(3);
    expect([...new Set(hosts)]).toEqual([new URL(app().url).host]);
  });
});
