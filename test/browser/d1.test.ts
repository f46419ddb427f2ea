import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { leapingClock } from '#test/support/driven-clock.ts';
import { YUDU } from '#test/support/seats.ts';
import type { TestUser } from '#test/support/test-app.ts';
import { until } from '#test/support/until.ts';
import { stage } from './browser.ts';
import { atDesk, detailOf, typeIncident } from './desk.ts';
import { saying, zh } from './words.ts';

const MINUTE_MS = 60_000;
const TITLE = '铁山垅镇山前村突发山洪';
/** D1 at the desk: it is twenty to three, and the township has just rung. */
const clock = leapingClock('2026-06-01T02:40:00+08:00');
const { app, open } = stage(() => ({ ports: { clock } }));
const TOWNSHIP = '360731101';

let county: TestUser;
let leader: TestUser;
let township: TestUser;
let city: TestUser;
beforeAll(async () => {
  await app().order(app().admin, 'organisation.add', { organisationId: TOWNSHIP, kind: 'township', name: '铁山垅镇', nameEn: 'Tieshanlong', parent: YUDU });
  county = await app().addUser('county-duty', YUDU);
  leader = await app().addUser('county-leader', YUDU);
  township = await app().addUser('township-duty', TOWNSHIP);
  city = await app().addUser('city-duty');
});

/** What the list of deadlines shows: each rule with its time of the city's clock, and whether it is a 升级报告. */
async function shown(page: Page): Promise<Record<string, string>> {
  const list = page.locator('.rep-deadlines');
  await list.waitFor();
  const lines = await list.locator('.rep-deadline').allInnerTexts();
  return Object.fromEntries(
    lines.flatMap((line) => {
      const [, time, rule] = /(\d\d:\d\d) 前 · (R\d\d[A-Z]?)/.exec(line) ?? [];
      return time === undefined || rule === undefined ? [] : [[rule, `${time}${line.includes(zh.report.kind.upgrade) ? ' 升级' : ''}`]];
    }),
  );
}

async function showing(page: Page, expected: Record<string, string>): Promise<void> {
  let last = {};
  await until(`the deadlines are ${JSON.stringify(expected)}`, async () => {
    last = await shown(page);
    return Object.entries(expected).every(([rule, time]) => Reflect.get(last, rule) === time);
  }).catch((error: unknown) => {
    throw new Error(`${String(error)}; shown are ${JSON.stringify(last)}`);
  });
}

it('a flash flood that the county types at the keys is due when the rules of D1 say, and at six as 升级报告', async () => {
  const page = await open(county);
  await atDesk(page);
  await typeIncident(page, { title: TITLE, place: '于都铁山垅镇山前村沿溪组 360731101', kind: '山洪' });
  await page.keyboard.press('Tab');
  await page.keyboard.type('0210');
  await page.keyboard.press('Tab');
  await page.keyboard.type('0218');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: zh.incident.log.open }).waitFor();
  await page.keyboard.press('Enter');
  await detailOf(page, TITLE).waitFor();
  const [incident] = [...app().core.world.all('incident')];
  const incidentId = incident?.id ?? expect.unreachable();
  expect(incident).toMatchObject({ typeCode: 'N01.2', occurredAt: '2026-05-31T18:10:00.000Z', discoveredAt: '2026-05-31T18:18:00.000Z' });

  // The township, which knew from 02:31, owes its own from when it was found.
  expect(await app().order(township, 'incident.receive', { incidentId, receivedAt: '2026-05-31T18:31:00Z' })).toMatchObject({ ok: true });
  await page.getByRole('tab', { name: new RegExp(`^${zh.report.title}`) }).click();
  await showing(page, { R02P: '02:38', R02W: '02:58', R03P: '03:10', R03W: '03:40', R11: '04:10' });
  expect(await shown(page)).not.toHaveProperty('R04');

  // The city takes note of it at its own desk: two hours from then.
  const cityPage = await open(city, `/?incident=${incidentId}&part=report`);
  await cityPage.getByRole('button', { name: saying(zh.ties.receive.title) }).click();
  await until('the city has taken note', () => app().core.world.get('incident', incidentId)?.received?.city !== undefined);
  const [hour, minute] = new Date(Date.parse(app().core.world.get('incident', incidentId)?.received?.city?.at ?? '') + 10 * 60 * MINUTE_MS)
    .toISOString()
    .slice(11, 16)
    .split(':');
  await showing(cityPage, { R12: `${hour}:${minute}` });

  // At six a third death makes it 较大: what had passed is due half an hour later, and what was late stays so.
  await clock.advance(Date.parse('2026-06-01T06:00:00+08:00') - clock.now().getTime());
  const leaderPage = await open(leader, `/?incident=${incidentId}`);
  await atDesk(leaderPage);
  await leaderPage.getByRole('button', { name: zh.incident.assess.set }).click();
  const dialog = leaderPage.getByRole('dialog', { name: zh.incident.assess.set });
  await dialog.getByText(zh.common.level['3'], { exact: true }).click();
  await dialog.getByLabel(zh.incident.field.basis).fill('死亡3人');
  await leaderPage.keyboard.press('Control+Enter');
  await showing(page, { R04: '06:30 升级', R06: '06:30 升级', R13C: '09:00', R11: '04:10' });
  await page.locator('.rep-deadline').filter({ hasText: 'R11' }).getByText(zh.report.late, { exact: true }).waitFor();
});
