import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { testApp, type TestApp, type TestUser } from '#test/support/test-app.ts';
import type { CoreOptions } from '#test/support/test-core.ts';
import { watch, type Watch } from './watch.ts';

const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Nothing but this machine has a name: what asks for another host fails, and is seen.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];
/** A duty room's screen, in the city's language and zone. */
const DESK_SCREEN: BrowserContextOptions = { viewport: { width: 1440, height: 900 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' };
const PATIENCE_MS = 20_000;
const PICTURES = 'test-results';

export interface Stage {
  app(): TestApp;
  /** Puts another server in its place, say one that was started again at the same port. */
  serve(next: TestApp): void;
  /** A browser of its own for somebody, who is signed in already, at a page of the app. */
  open(user: TestUser | null, at?: string, options?: BrowserContextOptions): Promise<Page>;
  /** What a test brings about on purpose is no fault: a line that was cut, a password that is wrong. */
  expects(page: Page, ...faults: readonly RegExp[]): void;
}

/** A server with the built client and a browser, for the tests of one file. Whatever goes wrong unseen in a page fails its test. */
export function stage(options: () => CoreOptions | Promise<CoreOptions> = () => ({})): Stage {
  let browser: Browser | undefined;
  let app: TestApp | undefined;
  let open: Watch[] = [];

  beforeAll(async () => {
    mustBeThere();
    const launched = chromium.launch({ executablePath: CHROMIUM, args: FLAGS }).then((it) => (browser = it));
    // Each is known as soon as it is there, so that both are closed even if only one came up.
    await Promise.all([launched, Promise.resolve(options()).then(async (chosen) => (app = await testApp(chosen)))]);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });
  afterEach(async ({ task }) => {
    const watched = open;
    open = [];
    if (task.result?.state === 'fail') await Promise.all(watched.map(({ context }, i) => photograph(context, `${task.name} ${i}`)));
    await Promise.all(watched.map(({ context }) => context.close()));
    expect(watched.flatMap(({ faults }) => faults())).toEqual([]);
  });

  const here = (): TestApp => {
    if (!app) throw new Error('The server is not open yet.');
    return app;
  };
  return {
    app: here,
    serve: (next) => void (app = next),
    async open(user, at = '/', more = {}) {
      if (!browser) throw new Error('The browser is not open yet.');
      const context = await browser.newContext({ ...DESK_SCREEN, ...more, baseURL: here().url });
      context.setDefaultTimeout(PATIENCE_MS);
      open.push(watch(context, here().url));
      if (user) await context.addCookies([{ name: 'fenghuo', value: user.token, url: here().url, httpOnly: true, sameSite: 'Lax' }]);
      const page = await context.newPage();
      await page.goto(at);
      return page;
    },
    expects(page, ...faults) {
      open.find(({ context }) => context === page.context())?.expects.push(...faults);
    },
  };
}

/** Never skipped in silence: without a browser these tests say what is missing. */
function mustBeThere(): void {
  if (!existsSync(CHROMIUM)) throw new Error(`There is no browser at ${CHROMIUM}: run \`apt-get install chromium fonts-noto-cjk\`, or set CHROMIUM_PATH.`);
  if (!existsSync('dist/client/index.html')) throw new Error('The client is not built: run `npm run build`.');
}

/** What the screen showed when a test failed. */
async function photograph(context: BrowserContext, test: string): Promise<void> {
  for (const page of context.pages()) {
    const name = `${test} ${new URL(page.url()).pathname}`.replaceAll(/\W+/g, '-');
    const file = path.join(PICTURES, `${name}.png`);
    await page.screenshot({ path: file }).catch((error: unknown) => console.warn('No picture of the failed test.', error));
  }
}
