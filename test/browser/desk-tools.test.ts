import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { aFlood, placeIn } from '#test/support/payloads.ts';
import { YUDU } from '#test/support/seats.ts';
import { testApp } from '#test/support/test-app.ts';
import { stage } from './browser.ts';
import { atDesk, detailOf, openIncident, rowOf } from './desk.ts';
import { saying, zh } from './words.ts';

const { app, open, expects, serve } = stage();
const { shell, incident, view } = zh;

const palette = (page: Page) => page.getByRole('dialog', { name: shell.palette.title });

it('by a few letters the palette finds an incident, and says why something can not be done', async () => {
  const user = await app().addUser('county-duty', YUDU, 'palette');
  await app().order(user, 'incident.log', aFlood({ title: '禾丰镇山体滑坡' }));
  const page = await open(user);
  await atDesk(page);
  await rowOf(page, '禾丰镇山体滑坡').waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('hfz');
  await palette(page).getByRole('option', { name: '禾丰镇山体滑坡' }).waitFor();
  await page.keyboard.press('Enter');
  await detailOf(page, '禾丰镇山体滑坡').waitFor();
  await page.keyboard.press(':');
  const option = palette(page).getByRole('option', { name: view.save });
  expect(await option.getAttribute('aria-disabled')).toBe('true');
  expect(await option.innerText()).toContain(view.nothingToSave);
  await page.keyboard.press('Escape');
  await palette(page).waitFor({ state: 'detached' });
});

it('every key of the page is in the help', async () => {
  const page = await open(await app().addUser('county-duty', YUDU, 'helped'));
  await atDesk(page);
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: shell.help.title });
  for (const words of [incident.log.title, incident.list.focusFilter, shell.palette.title, zh.deadline.focus, view.all])
    await help.getByText(words).first().waitFor();
});

it('a saved view follows to another desk, and has a key', async () => {
  const user = await app().addUser('county-duty', YUDU, 'viewer');
  await app().order(user, 'incident.log', aFlood({ title: '罗坳镇积水' }));
  const page = await open(user);
  await atDesk(page);
  await rowOf(page, '罗坳镇积水').waitFor();
  await page.getByRole('button', { name: incident.category.A, exact: true }).click();
  await rowOf(page, '罗坳镇积水').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: view.save, exact: true }).click();
  await page.getByLabel(view.name).fill('只看事故');
  await page.keyboard.press('Enter');
  await page.getByRole('group', { name: view.title }).getByText(zh.common.orderState.recorded).waitFor();

  const elsewhere = await open(user);
  await atDesk(elsewhere);
  await elsewhere.getByRole('button', { name: '1 只看事故' }).waitFor();
  await rowOf(elsewhere, '罗坳镇积水').waitFor();
  await elsewhere.keyboard.press('1');
  await rowOf(elsewhere, '罗坳镇积水').waitFor({ state: 'detached' });
  await elsewhere.keyboard.press('0');
  await rowOf(elsewhere, '罗坳镇积水').waitFor();
});

it('who else looks at an incident, and types, is told while it lasts', async () => {
  const [yudu, city] = [await app().addUser('county-duty', YUDU, 'seated'), await app().addUser('city-duty', '360700', 'above')];
  await app().order(yudu, 'incident.log', aFlood({ title: '银坑镇桥梁受损', place: placeIn(YUDU) }));
  const [mine, theirs] = [await open(yudu), await open(city)];
  for (const page of [mine, theirs]) {
    await atDesk(page);
    await openIncident(page, '银坑镇桥梁受损');
  }
  const present = mine.getByRole('list', { name: incident.presence.title });
  await present.waitFor();
  await theirs.keyboard.press('m');
  await theirs.keyboard.type('正在核实');
  await present.getByText(saying(incident.presence.typing, { field: incident.entryLine.label })).waitFor();
  await theirs.close();
  await present.waitFor({ state: 'detached' });
});

it('a reload without the server opens the desk as it was last seen', async () => {
  const user = await app().addUser('county-duty', YUDU, 'cut-off');
  await app().order(user, 'incident.log', aFlood({ title: '利村乡山塘漫坝' }));
  const page = await open(user);
  expects(page, /ERR_CONNECTION_REFUSED/, /ERR_CONNECTION_RESET/, /ERR_FAILED/, /WebSocket connection to .* failed/, /ERR_NETWORK_CHANGED/);
  await atDesk(page);
  await rowOf(page, '利村乡山塘漫坝').waitFor();
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  const { port } = new URL(app().url);
  await app().close();
  await page.reload();
  await rowOf(page, '利村乡山塘漫坝').waitFor();
  await page.getByRole('banner').first().getByRole('status').filter({ hasText: shell.bar.offline }).waitFor();
  await page.goto('/wall');
  await page.getByRole('heading', { name: incident.wall.title, level: 1 }).waitFor({ state: 'attached' });
  serve(await testApp({ env: { PORT: port } }));
});
