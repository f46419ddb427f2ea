import { beforeAll, expect, it } from 'vitest';
import { aFlood } from '#test/support/payloads.ts';
import { YUDU } from '#test/support/seats.ts';
import type { TestUser } from '#test/support/test-app.ts';
import { breaches } from './axe.ts';
import { stage } from './browser.ts';
import { atDesk, openIncident, showPart } from './desk.ts';
import { zh } from './words.ts';

const { app, open } = stage();
const TITLE = '岭背镇小学食物中毒';
let county: TestUser;
let city: TestUser;

beforeAll(async () => {
  [county, city] = await Promise.all([app().addUser('county-duty', YUDU, 'zou'), app().addUser('city-duty', undefined, 'yu')]);
  expect(await app().order(county, 'incident.log', aFlood({ title: TITLE, typeCode: 'H04' }))).toMatchObject({ ok: true });
});

it('who called is masked for everybody, and shown for a reason that the log keeps', async () => {
  const [page, other] = await Promise.all([open(county), open(city)]);
  await Promise.all([atDesk(page), atDesk(other)]);
  const caller = (await showPart(await openIncident(page, TITLE), zh.record.tab)).getByRole('region', { name: zh.person.title });
  await caller.getByRole('button', { name: zh.person.add }).click();
  await caller.getByLabel(zh.person.name).fill('刘建国');
  await caller.getByLabel(zh.person.phone).fill('13800001234');
  expect(await breaches(caller)).toEqual([]);
  await caller.getByRole('button', { name: zh.person.save }).click();
  await caller.getByText('刘**').or(caller.getByText('刘*')).first().waitFor();

  const masked = (await showPart(await openIncident(other, TITLE), zh.record.tab)).getByRole('region', { name: zh.person.title });
  await masked.getByRole('button', { name: zh.person.reveal }).click();
  expect(await other.content()).not.toContain('刘建国');
  const dialog = other.getByRole('dialog', { name: zh.person.reveal });
  expect(await dialog.getByRole('button', { name: zh.person.reveal }).isDisabled()).toBe(true);
  await dialog.getByLabel(zh.person.why).fill('回拨核实发病人数');
  expect(await breaches(dialog)).toEqual([]);
  await dialog.getByRole('button', { name: zh.person.reveal }).click();
  await masked.getByText('刘建国').waitFor();
  await masked.getByText('13800001234').waitFor();

  // The other desk sees that it was looked at, by whom and why, and never the name itself.
  await page.getByRole('tab', { name: zh.incident.detail.timeline }).click();
  await page.getByText('回拨核实发病人数').waitFor();
  expect(await page.content()).not.toContain('刘建国');
  await other.reload();
  await other.getByRole('region', { name: zh.person.title }).getByRole('button', { name: zh.person.reveal }).waitFor();
  expect(await other.content()).not.toContain('刘建国');
});
