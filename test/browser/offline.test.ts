import { rm } from 'node:fs/promises';
import { afterAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { Incident } from '#shared/incident/state.ts';
import { minutesBetween } from '#shared/time.ts';
import type { Store } from '#server/store/store.ts';
import { leapingClock } from '#test/support/driven-clock.ts';
import { testApp, type TestUser } from '#test/support/test-app.ts';
import { journalOf } from '#test/support/test-core.ts';
import { testDirectory, testStore } from '#test/support/test-store.ts';
import { YUDU } from '#test/support/seats.ts';
import { stage } from './browser.ts';
import { atDesk, isLive, rowOf, typeIncident } from './desk.ts';
import { saying, zh } from './words.ts';

const MINUTES = 30;
const clock = leapingClock();
let store: Store;
let dataDir = '';
// Before the stage, so that it runs after the stage has closed its server.
afterAll(async () => {
  await store.close();
  await rm(dataDir, { recursive: true, force: true });
});

/** The store outlives the server: it is started again upon it. */
const { app, open, expects, serve } = stage(async () => {
  dataDir = await testDirectory();
  store = await testStore({ dataDir });
  return { store, dataDir, ports: { clock } };
});

/** What a browser writes to its console when the line or the server is gone. */
const CUT = [/ERR_INTERNET_DISCONNECTED/, /ERR_CONNECTION_REFUSED/, /ERR_CONNECTION_RESET/, /ERR_NETWORK_CHANGED/, /WebSocket connection to .* failed/];
const { incident: words, shell } = zh;

const bar = (page: Page) => page.getByRole('banner').first();
const waiting = (page: Page) => page.getByRole('list', { name: words.list.waiting });
const drawer = (page: Page) => page.getByRole('dialog', { name: words.log.title });

async function saysItIsCut(page: Page): Promise<void> {
  await bar(page).getByRole('status').filter({ hasText: shell.bar.offline }).waitFor();
  await bar(page).getByText(saying(shell.bar.offlineDetail)).waitFor();
}

async function recorded(user: TestUser, title: string): Promise<Incident[]> {
  const { docs } = (await app().get<{ docs: Incident[] }>(user, `/incidents?q=${encodeURIComponent(title)}`)).body;
  const logs = (await journalOf(app().core)).flatMap(({ events }) => events.filter((event) => event.type === 'incident.logged' && event.title === title));
  expect(logs).toHaveLength(docs.length);
  return docs;
}

/** Types an incident and gives it, while nothing can be sent. */
async function giveUnsent(page: Page, title: string): Promise<void> {
  await typeIncident(page, { title, place: '于都禾丰镇', kind: '滑坡' });
  await page.keyboard.press('Control+Enter');
  await drawer(page).getByText(zh.common.orderState.queued).waitFor();
  await drawer(page).getByText(words.log.waits).waitFor();
  await waiting(page).getByText(title).waitFor();
  await bar(page)
    .getByRole('button', { name: saying(shell.outbox.waitingCount_other, { count: 1 }) })
    .waitFor();
}

describe('without a network', () => {
  it('the bar says since when, an incident waits in the browser, and is recorded once with the time of the call', async () => {
    const user = await app().addUser('county-duty', YUDU, 'he');
    const page = await open(user);
    expects(page, ...CUT);
    await atDesk(page);
    await page.context().setOffline(true);
    await saysItIsCut(page);
    await giveUnsent(page, '禾丰镇山体滑坡');
    expect(await recorded(user, '禾丰镇山体滑坡')).toEqual([]);

    await clock.advance(MINUTES * 60_000);
    await page.context().setOffline(false);
    await rowOf(page, '禾丰镇山体滑坡').waitFor();
    await isLive(page);
    await waiting(page).waitFor({ state: 'detached' });
    const [incident, ...others] = await recorded(user, '禾丰镇山体滑坡');
    expect(others).toEqual([]);
    // The browser stood still while the server's clock leapt: the call came in before that, the record was made after it.
    expect(minutesBetween(incident?.receivedAt ?? '', incident?.loggedAt ?? '')).toBeGreaterThanOrEqual(MINUTES);
  });

  it('closing the page loses neither what waits nor what was being typed', async () => {
    const user = await app().addUser('county-duty', YUDU, 'lu');
    const page = await open(user);
    expects(page, ...CUT);
    await atDesk(page);
    await page.context().setOffline(true);
    await saysItIsCut(page);
    await giveUnsent(page, '段屋乡道路塌方');
    await page.getByRole('button', { name: words.log.another }).click();
    await page.keyboard.type('新陂乡有人落水');
    await page.keyboard.press('Tab');
    await page.keyboard.type('新陂乡中塅村');
    await page.close();
    expect(await recorded(user, '段屋乡道路塌方')).toEqual([]);

    await page.context().setOffline(false);
    const later = await page.context().newPage();
    await later.goto('/');
    await rowOf(later, '段屋乡道路塌方').waitFor();
    expect(await recorded(user, '段屋乡道路塌方')).toHaveLength(1);
    await later.getByRole('button', { name: words.log.resume }).click();
    expect(await drawer(later).getByLabel(words.field.title).inputValue()).toBe('新陂乡有人落水');
    expect(await drawer(later).getByRole('combobox', { name: words.field.place }).inputValue()).toBe('新陂乡中塅村');
  });
});

describe('without the server', () => {
  it('what was given waits, and goes when the server was started again', async () => {
    const user = await app().addUser('county-duty', YUDU, 'jin');
    const page = await open(user);
    expects(page, ...CUT);
    await atDesk(page);
    const { port } = new URL(app().url);
    await app().close();
    await saysItIsCut(page);
    await giveUnsent(page, '利村乡山塘漫坝');
    serve(await testApp({ store, dataDir, env: { PORT: port }, ports: { clock } }));
    await rowOf(page, '利村乡山塘漫坝').waitFor();
    await isLive(page);
    expect(await recorded(user, '利村乡山塘漫坝')).toHaveLength(1);
  });
});

describe('without the store', () => {
  it('the bar says so, what was given waits, survives a reload, and goes when the store is back', async () => {
    const user = await app().addUser('county-duty', YUDU, 'fan');
    const page = await open(user);
    expects(page, ...CUT, /status of 503/);
    await atDesk(page);
    const engine = store.enginePid() ?? 0;
    process.kill(engine, 'SIGSTOP');
    await bar(page).getByRole('status').filter({ hasText: shell.bar.stale }).waitFor();
    await giveUnsent(page, '罗江乡林火');
    await page.reload();
    await waiting(page).getByText('罗江乡林火').waitFor();
    process.kill(engine, 'SIGCONT');
    await rowOf(page, '罗江乡林火').waitFor();
    await isLive(page);
    expect(await recorded(user, '罗江乡林火')).toHaveLength(1);
  });
});
