import { beforeAll, describe, expect, it } from 'vitest';
import { noteId } from '#shared/incident/state.ts';
import { aFlood, placeIn } from '#test/support/payloads.ts';
import { YUDU } from '#test/support/seats.ts';
import type { TestUser } from '#test/support/test-app.ts';
import { until } from '#test/support/until.ts';
import { stage } from './browser.ts';
import { atDesk, detailOf, flagOf, mapOf, openIncident, rowOf, timelineOf, typeIncident } from './desk.ts';
import { zh } from './words.ts';

const HUICHANG = '360733';
const { app, open } = stage();
let county: TestUser;
let city: TestUser;
let made = 0;
beforeAll(async () => {
  [county, city] = await Promise.all([app().addUser('county-duty', YUDU), app().addUser('city-duty')]);
});

/** Yudu's officer and the city's, each before a screen of their own. */
async function twoSeats() {
  const [countyPage, cityPage] = await Promise.all([open(county), open(city)]);
  await Promise.all([atDesk(countyPage), atDesk(cityPage)]);
  return { countyPage, cityPage };
}

/** An incident of Yudu's, at a place of its own, so that the map need not group them. */
async function logged(title: string): Promise<string> {
  made += 1;
  const answer = await app().order(county, 'incident.log', aFlood({ title, place: placeIn(YUDU, { lng: 114.3 + made * 0.5, lat: 25.2 }) }));
  if (!answer.ok) throw new Error(answer.message);
  return answer.refs['incident'] ?? '';
}

describe('what one seat records', () => {
  it('with the keyboard alone is in the list and on the map of whoever may read it, and of nobody else', async () => {
    const { countyPage, cityPage } = await twoSeats();
    const huichang = await app().addUser('county-duty', HUICHANG);
    const elsewhere = await open(huichang);
    await atDesk(elsewhere);
    const title = '梅江贡江镇段水位超警戒';

    await typeIncident(countyPage, { title, place: '于都贡江镇渡江大道', kind: '山洪' });
    await countyPage.keyboard.press('Control+Enter');
    await countyPage.getByRole('button', { name: zh.incident.log.open }).waitFor();
    await countyPage.keyboard.press('Enter');
    await detailOf(countyPage, title).waitFor();

    await rowOf(cityPage, title).waitFor();
    await flagOf(cityPage, 'pending').waitFor({ state: 'attached' });
    // What Huichang is sent after it has come: so it was not merely late.
    await app().order(huichang, 'incident.log', aFlood({ title: '会昌县城内涝', place: placeIn(HUICHANG, { lng: 115.79, lat: 25.6 }) }));
    await rowOf(elsewhere, '会昌县城内涝').waitFor();
    expect(await elsewhere.getByText(title).count()).toBe(0);
  });

  it('is recorded by the keys also when a click on a suggestion has taken the focus away', async () => {
    const page = await open(county);
    await atDesk(page);
    const title = '岭背镇山洪进村';
    await page.keyboard.press('n');
    const drawer = page.getByRole('dialog', { name: zh.incident.log.title });
    await drawer.waitFor();
    await page.keyboard.type(title);
    await page.keyboard.press('Tab');
    await page.keyboard.type('于都岭背镇');
    await drawer.getByRole('button', { name: '山洪', exact: true }).click();
    await page.keyboard.press('Control+Enter');
    await rowOf(page, title).waitFor();
  });

  it('can be taken up at its place on the map', async () => {
    const { cityPage } = await twoSeats();
    await logged('图上点选的事件');
    await rowOf(cityPage, '图上点选的事件').waitFor();
    const flag = flagOf(cityPage, 'pending').last();
    await flag.waitFor({ state: 'attached' });
    const { x, y } = await flag.evaluate((element) => {
      const box = element.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    });
    await cityPage.mouse.move(x, y);
    await mapOf(cityPage).getByText('图上点选的事件').waitFor();
    await cityPage.mouse.click(x, y);
    await detailOf(cityPage, '图上点选的事件').waitFor();
  });
});

describe('an open incident', () => {
  it('shows what another seat writes, on both sides', async () => {
    const { countyPage, cityPage } = await twoSeats();
    await logged('两席记录');
    for (const page of [countyPage, cityPage]) await openIncident(page, '两席记录');
    for (const [writer, reader, text] of [
      [cityPage, countyPage, '市防办已派工作组，14 时到达'],
      [countyPage, cityPage, '已转移 180 人，安置在县二中'],
    ] as const) {
      await writer.keyboard.press('m');
      await writer.keyboard.type(text);
      await writer.keyboard.press('Enter');
      await timelineOf(reader).getByRole('listitem').filter({ hasText: text }).waitFor();
      await timelineOf(writer).getByRole('listitem').filter({ hasText: text }).waitFor();
      await writer.keyboard.press('Escape');
    }
  });

  it('carries the level that a leader sets, on every map and list', async () => {
    const { countyPage, cityPage } = await twoSeats();
    await logged('带班领导定级');
    const leaderPage = await open(await app().addUser('county-leader', YUDU));
    for (const page of [countyPage, cityPage, leaderPage]) await openIncident(page, '带班领导定级');
    await flagOf(cityPage, 'pending').last().waitFor({ state: 'attached' });

    await leaderPage.getByRole('button', { name: zh.incident.assess.set }).click();
    const dialog = leaderPage.getByRole('dialog', { name: zh.incident.assess.set });
    await dialog.getByText(zh.common.level['3'], { exact: true }).click();
    await dialog.getByLabel(zh.incident.field.basis).fill('转移 180 人，达到较大标准');
    await leaderPage.keyboard.press('Control+Enter');

    for (const page of [countyPage, cityPage]) {
      await detailOf(page, '带班领导定级').locator('header').getByText(zh.common.level['3']).waitFor();
      await rowOf(page, '带班领导定级').getByRole('img', { name: zh.common.level['3'] }).waitFor();
      await flagOf(page, 3).waitFor({ state: 'attached' });
    }
  });

  it('says to everyone that it was closed, and why', async () => {
    const { countyPage, cityPage } = await twoSeats();
    const id = await logged('雨停水退');
    for (const page of [countyPage, cityPage]) await openIncident(page, '雨停水退');
    // Reports on it are still due: only a leader closes it all the same.
    const leaderPage = await open(await app().addUser('county-leader', YUDU, 'yudu-closing'));
    await openIncident(leaderPage, '雨停水退');
    await leaderPage.getByRole('button', { name: zh.incident.close.title }).click();
    const dialog = leaderPage.getByRole('dialog', { name: zh.incident.close.title });
    await dialog.getByLabel(zh.incident.close.reason).fill('水位退至警戒线下');
    await dialog.getByLabel(zh.ties.close.override).fill('报送由市级统一办理');
    await leaderPage.keyboard.press('Control+Enter');
    for (const page of [countyPage, cityPage]) await detailOf(page, '雨停水退').getByText(zh.incident.status.closed, { exact: true }).waitFor();
    await timelineOf(cityPage).getByRole('listitem').filter({ hasText: '水位退至警戒线下' }).waitFor();
    // The list keeps still under the pointer of whoever reads it.
    await mapOf(cityPage).hover();
    await until('it left the list of what is open', async () => (await rowOf(cityPage, '雨停水退').count()) === 0);
    const { body } = await app().get<{ entries: { id: string }[] }>(county, `/incidents/${id}/timeline`);
    expect(body.entries.map((entry) => entry.id)).toEqual([noteId(id, 1), noteId(id, 2)]);
  });
});
