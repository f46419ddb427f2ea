import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TestUser } from '#test/support/test-app.ts';
import { until } from '#test/support/until.ts';
import { stage } from './browser.ts';
import { atDesk, mapOf } from './desk.ts';
import { saying, zh } from './words.ts';

const { app, open } = stage();
let city: TestUser;
beforeAll(async () => {
  city = await app().addUser('city-duty');
});

const KML = `<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document>
<Placemark><name><![CDATA[<img src=x onerror="document.title='broken'">水库下游]]></name><Polygon><outerBoundaryIs><LinearRing>
<coordinates>115.2,25.8 115.5,25.8 115.5,26.0 115.2,26.0 115.2,25.8</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>
<Placemark><name>观测点</name><Point><coordinates>115.4,25.9</coordinates></Point></Placemark></Document></kml>`;

async function openLayers(page: Page): Promise<void> {
  await mapOf(page).getByRole('button', { name: zh.map.layers, exact: true }).click();
  await page.getByRole('group', { name: zh.map.layers, exact: true }).waitFor();
}

const bring = (page: Page, name: string, text: string): Promise<void> =>
  page.locator('input[type="file"][accept*="kml"]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

describe('a layer of one’s own', () => {
  it('is listed, shown with its words as text, and still there after a reload, until it is removed', async () => {
    const page = await open(city);
    await atDesk(page);
    await openLayers(page);
    await bring(page, '水库.kml', KML);
    const layers = page.getByRole('group', { name: zh.map.layers, exact: true });
    await layers.getByText('水库.kml').waitFor();
    await layers.getByText(saying(zh.map.ownSize, { features: 2, vertices: 6 })).waitFor();

    // It was zoomed to: the middle of the map lies in it.
    const box = await page.locator('.map-mount').boundingBox();
    if (!box) throw new Error('There is no map.');
    await page.mouse.click(box.x + 40, box.y + box.height - 60);
    // A pointer that rests where the layer is drawn a moment later is over nothing: it moves on, as a hand does.
    let moves = 0;
    await until('the words of the layer are shown', async () => {
      moves += 1;
      const aside = 60 + 2 * (moves % 2);
      await page.mouse.move(box.x + box.width / 2 - aside, box.y + box.height / 2 + aside);
      return page.getByText('水库下游').isVisible();
    });
    expect(await page.title()).not.toBe('broken');

    await page.reload();
    await atDesk(page);
    await openLayers(page);
    await layers.getByText('水库.kml').waitFor();
    await layers.getByRole('button', { name: zh.map.remove }).click();
    await layers.getByText(zh.map.ownNone).waitFor();
  });

  it.each([
    ['半个.kml', '<kml><Document>', saying(zh.map.fault['not-xml'])],
    ['网页.kml', '<html><body/></html>', saying(zh.map.fault['not-kml'], { root: 'html' })],
    ['空.kml', '<kml xmlns="http://www.opengis.net/kml/2.2"><Document/></kml>', saying(zh.map.fault.nothing)],
    ['实体.kml', '<!DOCTYPE kml [<!ENTITY a "b">]><kml/>', saying(zh.map.fault.entities)],
    ['投影.geojson', '{"type":"Point","coordinates":[39500123,2870456]}', saying(zh.map.fault['out-of-range'], { n: 1 })],
  ])('%s is refused in words', async (name, text, said) => {
    const page = await open(city);
    await atDesk(page);
    await openLayers(page);
    await bring(page, name, text);
    await page.getByRole('alert').filter({ hasText: said }).waitFor();
  });

  it('and what is hidden are remembered on this device', async () => {
    const page = await open(city);
    await atDesk(page);
    await openLayers(page);
    await page.getByLabel(zh.map.layer.rivers, { exact: true }).uncheck();
    await page.reload();
    await atDesk(page);
    await openLayers(page);
    expect(await page.getByLabel(zh.map.layer.rivers, { exact: true }).isChecked()).toBe(false);
    expect(await page.getByLabel(zh.map.layer.counties, { exact: true }).isChecked()).toBe(true);
  });
});

describe('the printed map', () => {
  it('is a sheet with a legend, the time and who made it, marked in a drill, and gone afterwards', async () => {
    const page = await open(city);
    await atDesk(page);
    await page.getByRole('banner').getByText(zh.common.drill, { exact: true }).click();
    await page.evaluate('window.printed = 0, window.print = () => { window.printed += 1; }');
    await mapOf(page).getByRole('button', { name: zh.map.print }).click();
    await page.getByRole('list', { name: zh.map.legend }).waitFor();
    await until('the page was printed', async () => (await page.evaluate('window.printed')) === 1);
    await page.getByText(`【${zh.common.drill}】`).waitFor();
    await page.getByText(saying(zh.map.sheetBy, { name: city.username })).waitFor();
    await page.evaluate("window.dispatchEvent(new Event('afterprint'))");
    await page.getByRole('list', { name: zh.map.legend }).waitFor({ state: 'detached' });
  });
});
