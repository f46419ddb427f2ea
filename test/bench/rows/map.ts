import { existsSync } from 'node:fs';
import { chromium, type CDPSession, type Page } from 'playwright-core';
import type { Severity } from '#shared/incident/events.ts';
import { noteId, type Incident, type Note } from '#shared/incident/state.ts';
import { SIGNS } from '#shared/sketch/orders.ts';
import type { Sketch } from '#shared/sketch/state.ts';
import { median, quantile, rounds, type Row } from '#test/bench/measure.ts';
import { incidentDocument, orderText } from '#test/bench/samples.ts';
import type { Bench } from '#test/bench/sides.ts';
import { testApp, type TestApp, type TestUser } from '#test/support/test-app.ts';

const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const CHANGES_PER_SECOND = 100;
const FRAME_MS = 1000 / 60;

interface Frames {
  p50: number;
  p95: number;
  max: number;
  /** Milliseconds in tasks of more than 50 ms, for each second. */
  longTasks: number;
  /** The share of the time that the page's main thread worked. */
  work: number;
  /** Messages that came over the socket, for each second. */
  messages: number;
}

/** The desk with very many open incidents and a hundred changes a second, panned and scrolled, against the same desk empty and at rest. */
export async function mapRow({ sizes }: Bench): Promise<Row[]> {
  if (!existsSync(CHROMIUM) || !existsSync('dist/client/index.html')) throw new Error('This row needs Chromium and the built client: `npm run build`.');
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--headless=new', '--no-sandbox', '--disable-gpu'] });
  const apps: TestApp[] = [];
  const desk = async (incidents: number): Promise<{ page: Page; app: TestApp; user: TestUser }> => {
    const app = await testApp();
    apps.push(app);
    const user = await app.addUser('city-duty');
    for (let n = 0; n < incidents; n += 1) load(app, n);
    for (let n = 0; n < incidents / 10; n += 1) app.core.world.load('sketch', sketchDocument(n));
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, baseURL: app.url, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
    await context.addCookies([{ name: 'fenghuo', value: user.token, url: app.url, httpOnly: true, sameSite: 'Lax' }]);
    const page = await context.newPage();
    await page.goto('/');
    await page
      .locator(incidents > 0 ? '.inc-row' : '.map .leaflet-container')
      .first()
      .waitFor();
    return { page, app, user };
  };
  try {
    const full = await desk(sizes.documents);
    const empty = await desk(0);
    const seconds = Math.max(1, sizes.seconds);
    const seen: Record<'panned' | 'scrolled' | 'empty', Frames[]> = { panned: [], scrolled: [], empty: [] };
    const measured = async (page: Page, kind: keyof typeof seen, act: () => Promise<void>): Promise<number> => {
      await page.bringToFront();
      const frames = await framesDuring(page, act);
      seen[kind].push(frames);
      return frames.p95;
    };
    const busy = async (act: () => Promise<void>): Promise<void> => {
      const stop = changeAll(full.app, full.user, sizes.documents);
      try {
        await act();
      } finally {
        await stop();
      }
    };
    const still = (): Promise<number> => measured(empty.page, 'empty', () => pan(empty.page, seconds));
    const panned = await rounds(sizes.rounds, () => measured(full.page, 'panned', () => busy(() => pan(full.page, seconds))), still);
    const scrolled = await rounds(sizes.rounds, () => measured(full.page, 'scrolled', () => busy(() => scroll(full.page, seconds))), still);
    const row = (what: string, found: typeof panned, kind: keyof typeof seen): Row => ({
      what: `${what}, ${sizes.documents} open incidents, ${sizes.documents / 10} drawings, ${CHANGES_PER_SECOND} changes/s, p95`,
      unit: 'ms a frame',
      against: 'the empty map panned',
      goal: { most: 1.05 },
      ...found,
      notes: [`${said(seen[kind])}; the empty map ${said(seen.empty)}. A frame of 60 Hz lasts ${FRAME_MS.toFixed(1)} ms.`],
    });
    return [row('map panned', panned, 'panned'), row('list scrolled', scrolled, 'scrolled')];
  } finally {
    await browser.close();
    for (const app of apps) await app.close();
  }
}

const said = (all: readonly Frames[]): string => {
  const middle = (of: (frames: Frames) => number): string => median(all.map(of)).toFixed(1);
  return `p50 ${middle((f) => f.p50)}, p95 ${middle((f) => f.p95)}, longest ${middle((f) => f.max)} ms, long tasks ${middle((f) => f.longTasks)} ms a second, the page's thread ${middle((f) => f.work * 100)} % at work, ${middle((f) => f.messages)} frames a second received`;
};

const LEVELS: readonly (Severity | null)[] = [null, 4, 4, 4, 3, 3, 2, 1];

/** An open incident somewhere in the city, with the first entry of its log. */
function load(app: TestApp, n: number): void {
  const made = incidentDocument(n, 1);
  const severity = LEVELS[n % LEVELS.length] ?? null;
  const { loggedBy: by, loggedAt: at } = made;
  const place = { ...made.place, lng: 114 + ((n * 7919) % 2500) / 1000, lat: 24.6 + ((n * 104_729) % 2400) / 1000 };
  const incident: Incident = { ...made, place, severity: severity === null ? null : { value: severity, standing: 'set', basis: '会商', by, at } };
  const note: Note = {
    ...{ id: noteId(made.id, 1), incidentId: made.id, n: 1, at, by, entry: 'incident.logged', text: orderText },
    ...{ exercise: false, readers: made.readers, seq: 1, rev: 1 },
  };
  app.core.world.load('incident', incident);
  app.core.world.load('note', note);
}

/** A drawing of a dozen corners, somewhere in the city. */
function sketchDocument(n: number): Sketch {
  const { loggedBy: by, loggedAt: at, readers, org } = incidentDocument(n, 1);
  const [lng, lat] = [114 + ((n * 7919) % 2500) / 1000, 24.6 + ((n * 104_729) % 2400) / 1000];
  const coordinates = Array.from({ length: 12 }, (_, i): [number, number] => [lng + 0.02 * Math.cos(i / 2), lat + 0.02 * Math.sin(i / 2)]);
  const drawn = { shape: 'area', coordinates, label: `片区 ${n}`, sign: SIGNS[n % SIGNS.length] ?? 'other', exercise: false, owners: [org] } as const;
  return { ...drawn, id: `0197c1df-0000-7000-8000-${String(n).padStart(12, '0')}`, by, at, org, changes: 0, readers, seq: 1, rev: 1 };
}

/** A hundred entries, figures and levels a second, each of another incident. Answers with how to stop it. */
function changeAll(app: TestApp, { seat }: TestUser, incidents: number): () => Promise<void> {
  let n = 0;
  const under = new Set<Promise<void>>();
  const timer = setInterval(() => {
    for (let i = 0; i < CHANGES_PER_SECOND / 10; i += 1) {
      n += 1;
      const incidentId = incidentDocument((n * 3571) % incidents, 1).id;
      const change = [
        { type: 'incident.note', payload: { incidentId, text: orderText } },
        { type: 'incident.update', payload: { incidentId, casualties: { trapped: n % 40 } } },
        { type: 'incident.assess', payload: { incidentId, severity: LEVELS[n % LEVELS.length] ?? 4, basis: '研判' } },
      ][n % 3];
      const answer = app.core.orders.submit({ id: app.core.ids.next(), ...change }, seat).then((said) => {
        under.delete(answer);
        if (!said.ok) throw new Error(`A change was refused: ${said.message}`);
      });
      under.add(answer);
    }
  }, 100);
  return async () => {
    clearInterval(timer);
    await Promise.all(under);
  };
}

/** The map is dragged to and fro, as by a hand. */
async function pan(page: Page, seconds: number): Promise<void> {
  const box = await page.locator('.map-mount').boundingBox();
  if (!box) throw new Error('There is no map.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const until = performance.now() + seconds * 1000;
  for (let way = 1; performance.now() < until; way = -way) {
    await page.mouse.move(x - way * 150, y - way * 60);
    await page.mouse.down();
    await page.mouse.move(x + way * 150, y + way * 60, { steps: 40 });
    await page.mouse.up();
  }
}

async function scroll(page: Page, seconds: number): Promise<void> {
  await page.locator('.inc-scroll').hover();
  const until = performance.now() + seconds * 1000;
  for (let n = 0; performance.now() < until; n += 1) {
    await page.mouse.wheel(0, n % 120 < 60 ? 180 : -180);
    await page.waitForTimeout(12);
  }
}

/** As text: the loader of this file adds names to functions that a page does not know. */
const RECORD = `{
  const record = { frames: [], long: 0, running: true };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) record.long += duration;
  }).observe({ type: 'longtask' });
  let before;
  const next = (now) => {
    if (before !== undefined) record.frames.push(now - before);
    before = now;
    if (record.running) requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
  window.fenghuoRecord = record;
}`;

/** The time from frame to frame in a page while something is done. */
async function framesDuring(page: Page, act: () => Promise<void>): Promise<Frames> {
  await page.evaluate(RECORD);
  const session = await page.context().newCDPSession(page);
  let messages = 0;
  session.on('Network.webSocketFrameReceived', () => (messages += 1));
  await session.send('Network.enable');
  await session.send('Performance.enable');
  const workBefore = await workOf(session);
  const from = performance.now();
  await act();
  const seconds = (performance.now() - from) / 1000;
  const work = ((await workOf(session)) - workBefore) / seconds;
  await session.detach();
  const { frames, long } = await page.evaluate<{ frames: number[]; long: number }>('window.fenghuoRecord.running = false, window.fenghuoRecord');
  return { p50: median(frames), p95: quantile(frames, 0.95), max: Math.max(...frames), longTasks: long / seconds, work, messages: messages / seconds };
}

/** Seconds that the page's main thread has worked by now. */
async function workOf(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
}
