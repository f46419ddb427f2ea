import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { aFlood, placeIn } from '#test/support/payloads.ts';
import { YUDU } from '#test/support/seats.ts';
import type { TestUser } from '#test/support/test-app.ts';
import { until } from '#test/support/until.ts';
import { stage } from './browser.ts';
import { atDesk, detailOf, mapOf, openIncident, rowOf, timelineOf } from './desk.ts';
import { zh } from './words.ts';

const { app, open } = stage();
let county: TestUser;
let city: TestUser;
beforeAll(async () => {
  [county, city] = await Promise.all([app().addUser('county-duty', YUDU), app().addUser('city-duty')]);
});

const tool = (page: Page, name: keyof typeof zh.sketch.tool) =>
  page.getByRole('toolbar', { name: zh.sketch.tools }).getByRole('button', { name: zh.sketch.tool[name] });

/** A place on the map, as shares of its width and height. */
async function clickMap(page: Page, x: number, y: number): Promise<void> {
  const box = await mapOf(page).boundingBox();
  if (box) await page.mouse.click(box.x + box.width * x, box.y + box.height * y);
}

async function logged(title: string): Promise<string> {
  const answer = await app().order(county, 'incident.log', aFlood({ title, place: placeIn(YUDU, { lng: 114.4, lat: 25.1 }) }));
  if (!answer.ok) throw new Error(answer.message);
  return answer.refs['incident'] ?? '';
}

/** What the map says of a drawing when the pointer rests on it. */
async function rest(page: Page, x: number, y: number): Promise<void> {
  const box = await mapOf(page).boundingBox();
  if (!box) return;
  await page.mouse.move(box.x + box.width * x - 3, box.y + box.height * y);
  await page.mouse.move(box.x + box.width * x, box.y + box.height * y);
}

describe('what one seat draws', () => {
  it('a cordon with a typed radius is on the other seat’s map at once, with its author, and in the incident’s log', async () => {
    const [countyPage, cityPage] = await Promise.all([open(county), open(city)]);
    await Promise.all([atDesk(countyPage), atDesk(cityPage)]);
    const incidentId = await logged('槽罐车侧翻泄漏');
    await openIncident(countyPage, '槽罐车侧翻泄漏');
    await openIncident(cityPage, '槽罐车侧翻泄漏');

    await tool(countyPage, 'cordon').click();
    await clickMap(countyPage, 0.6, 0.4);
    const form = countyPage.getByRole('dialog', { name: zh.sketch.tool.cordon });
    await form.getByLabel(zh.sketch.radiusM).fill('9000');
    await form.getByLabel(zh.sketch.label).fill('泄漏点外围');
    await countyPage.keyboard.press('Enter');
    await countyPage.getByRole('dialog', { name: zh.sketch.one }).getByText(zh.common.orderState.recorded).waitFor();

    await rest(cityPage, 0.6, 0.4);
    await cityPage.getByRole('tooltip').filter({ hasText: '泄漏点外围' }).filter({ hasText: county.username }).waitFor();
    await timelineOf(cityPage).getByRole('listitem').filter({ hasText: '泄漏点外围' }).waitFor();
    const [drawn] = [...app().core.world.all('sketch')].filter((one) => one.incidentId === incidentId);
    expect(drawn).toMatchObject({ shape: 'cordon', radiusM: 9000, label: '泄漏点外围', sign: 'warning' });

    // What was open stays open when the drawing is looked at, and when the empty map is clicked.
    await clickMap(cityPage, 0.6, 0.4);
    await cityPage.getByRole('dialog', { name: zh.sketch.one }).getByText('泄漏点外围').waitFor();
    await clickMap(cityPage, 0.15, 0.95);
    await detailOf(cityPage, '槽罐车侧翻泄漏').waitFor();

    await cityPage.getByRole('button', { name: zh.sketch.remove }).click();
    await cityPage.getByLabel(zh.sketch.removeFor).fill('已处置');
    await cityPage.keyboard.press('Enter');
    await timelineOf(countyPage).getByRole('listitem').filter({ hasText: '已处置' }).waitFor();
    await rest(countyPage, 0.6, 0.4);
    await until('it left the map', async () => (await countyPage.getByRole('tooltip').filter({ hasText: '泄漏点外围' }).count()) === 0);
  });

  it('an area is drawn, taken back by a corner and finished by the keys, and the incident beside stays open', async () => {
    const page = await open(county);
    await atDesk(page);
    await logged('绕行区域测试');
    await openIncident(page, '绕行区域测试');
    await tool(page, 'area').click();
    for (const [x, y] of [
      [0.3, 0.3],
      [0.5, 0.3],
      [0.5, 0.5],
      [0.7, 0.6],
    ] as const)
      await clickMap(page, x, y);
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Enter');
    const form = page.getByRole('dialog', { name: zh.sketch.tool.area });
    await form.getByText(/km²/).waitFor();
    await form.getByText(zh.sketch.sign.closed).click();
    await form.getByLabel(zh.sketch.label).fill('禁行');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog', { name: zh.sketch.one }).getByText(zh.common.orderState.recorded).waitFor();
    const drawn = [...app().core.world.all('sketch')].find(({ label }) => label === '禁行');
    expect(drawn).toMatchObject({ shape: 'area', sign: 'closed' });
    expect(drawn?.coordinates).toHaveLength(3);

    await tool(page, 'distance').click();
    await clickMap(page, 0.3, 0.6);
    await clickMap(page, 0.6, 0.6);
    await page.getByRole('group', { name: zh.sketch.tool.distance }).getByText(/km/).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('group', { name: zh.sketch.tool.distance }).waitFor({ state: 'detached' });
    await detailOf(page, '绕行区域测试').waitFor();
  });

  it('leaves the place of a new incident to be clicked as before', async () => {
    const page = await open(county);
    await atDesk(page);
    await page.keyboard.press('n');
    await page.getByRole('dialog', { name: zh.incident.log.title }).waitFor();
    await tool(page, 'distance').click();
    await clickMap(page, 0.4, 0.4);
    await page.getByText(zh.map.pick).waitFor();
    await page.keyboard.press('Escape');
    await clickMap(page, 0.5, 0.5);
    await page.getByText(zh.map.drag).waitFor();
    expect(await rowOf(page, '没有').count()).toBe(0);
  });
});
