import { describe, expect, it } from 'vitest';
import { gzipSync } from 'node:zlib';
import type { Page, Response } from 'playwright-core';
import { zh as phone } from '#client/features/phone/text-zh.ts';
import { zh as say } from '#client/features/village/text-zh.ts';
import { stage } from './browser.ts';
import { atDesk, isLive, signIn } from './desk.ts';
import { NO_PUSH } from './team-stage.ts';
import { zh } from './words.ts';

const { app, open, expects } = stage();
const KB = 1024;
/** A page without a script: what is opened from it finds nothing in the cache. */
const BLANK = '/healthz';
/** What only the administrator's page asks for. */
const ANT_DESIGN = /anticon|ant-design/;
const LEAFLET = /leaflet-container/;

/** The scripts that a browser asks for from now on: their bytes as the line carries them, and their text. */
function scriptsOf(page: Page): { bytes(): Promise<number>; texts(): Promise<string[]>; holding(words: RegExp): Promise<string[]> } {
  const seen = new Set<Response>();
  page.context().on('response', (response) => response.request().resourceType() === 'script' && seen.add(response));
  return {
    async bytes() {
      const sizes = await Promise.all([...seen].map((response) => response.request().sizes()));
      return sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
    },
    texts: () => Promise.all([...seen].map((response) => response.text())),
    async holding(words) {
      const found = await Promise.all([...seen].map(async (response) => (words.test(await response.text()) ? [response.url()] : [])));
      return found.flat();
    },
  };
}

/** A size is no clock: it is the same on every machine, so it may be held to a number. */
describe('the line carries at most', () => {
  it('450 KB of scripts for the first view of the desk', async () => {
    const page = await open(await app().addUser('county-duty'), BLANK);
    const scripts = scriptsOf(page);
    await page.goto('/');
    await atDesk(page);
    expect(await scripts.holding(LEAFLET)).toHaveLength(1);
    expect(await scripts.holding(ANT_DESIGN)).toEqual([]);
    expect(await scripts.bytes()).toBeLessThanOrEqual(450 * KB);
  });

  it('60 KB of scripts for the page of a village', async () => {
    const page = await open(await app().addUser('village-reporter'), BLANK);
    const scripts = scriptsOf(page);
    await page.goto('/village');
    await page.getByRole('button', { name: say['tile.flood'] }).waitFor();
    const bytes = await scripts.bytes();
    expect(bytes).toBeGreaterThan(5 * KB);
    expect(bytes).toBeLessThanOrEqual(60 * KB);
  });

  it('160 KB of scripts for the page of a team', async () => {
    const page = await open(await app().addUser('team'), BLANK, { viewport: { width: 390, height: 844 } });
    expects(page, NO_PUSH);
    const scripts = scriptsOf(page);
    await page.goto('/team');
    await page.getByText(phone['quiet.notYet']).waitFor();
    const bytes = await scripts.bytes();
    expect(bytes).toBeGreaterThan(5 * KB);
    expect(bytes).toBeLessThanOrEqual(160 * KB);
    // However the line carries it: a browser on plain http is given gzip.
    const whole = (await scripts.texts()).reduce((sum, text) => sum + gzipSync(text).length, 0);
    expect(whole).toBeLessThanOrEqual(160 * KB);
  });
});

it('the door asks for nothing of the desk, nor of the administrator', async () => {
  const page = await open(null, BLANK);
  const scripts = scriptsOf(page);
  await page.goto('/');
  await page.getByRole('form', { name: zh.access.signIn.title }).waitFor();
  expect(await scripts.bytes()).toBeGreaterThan(5 * KB);
  expect(await scripts.holding(LEAFLET)).toEqual([]);
  expect(await scripts.holding(ANT_DESIGN)).toEqual([]);
  await signIn(page, app().admin);
  await isLive(page);
  await page.getByRole('heading', { name: zh.access.users.title }).waitFor();
  // Where it is, the same words do find it.
  expect(await scripts.holding(ANT_DESIGN)).toHaveLength(1);
});
