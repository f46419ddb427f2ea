import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { Incident } from '#shared/incident/state.ts';
import type { Person } from '#shared/person/state.ts';
import { aFlood, placeIn } from '#test/support/payloads.ts';
import { GONGJIANG, YUDU } from '#test/support/seats.ts';
import { until } from '#test/support/until.ts';
import { journalOf } from '#test/support/test-core.ts';
import { stage } from './browser.ts';
import { atDesk, openIncident, rowOf, typeIncident } from './desk.ts';
import { saying, zh } from './words.ts';

const { app, open, expects } = stage();
const { incident, person, record, reminder, ties } = zh;
/** A line that was cut on purpose. */
const CUT = [/ERR_INTERNET_DISCONNECTED/, /ERR_NETWORK_CHANGED/, /WebSocket connection to .* failed/] as const;

const callerFields = (page: Page) => [page.getByLabel(person.title, { exact: true }), page.getByLabel(person.phone, { exact: true })] as const;

it('who is calling is typed with the call, outlives a reload but not on the disk, and follows the record once there is a line again', async () => {
  const user = await app().addUser('township-duty', GONGJIANG, 'caller');
  const page = await open(user);
  expects(page, ...CUT);
  await atDesk(page);
  await typeIncident(page, { title: '潭头村有人打来电话', place: '于都', kind: '山洪' });
  const [name, phone] = callerFields(page);
  await name.fill('李建国');
  await phone.fill('手机');
  await page.getByLabel(ties.skip.log).check();
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.getByText(person.log.wrong).waitFor();
  await phone.fill('13807971234');
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toMatch(/李建国|1380797/);

  await page.reload();
  await atDesk(page);
  await page.keyboard.press('n');
  expect([await name.inputValue(), await phone.inputValue()]).toEqual(['李建国', '13807971234']);
  await page.context().setOffline(true);
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.getByText(incident.log.waits).waitFor();
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toMatch(/李建国|1380797/);
  await page.context().setOffline(false);

  await rowOf(page, '潭头村有人打来电话').waitFor();
  const persons = async (): Promise<readonly Person[]> => (await app().get<{ docs: Person[] }>(user, '/persons')).body.docs;
  await until('the caller is kept', async () => (await persons()).length === 1);
  const [kept] = await persons();
  expect(kept).toMatchObject({ role: 'caller', masked: { name: '李**', phone: '138****1234' } });
  expect((await app().get<Incident>(user, `/incidents/${kept?.incidentId}`)).body.skipLevel).toMatchObject({ to: 'city' });
  expect(JSON.stringify(await journalOf(app().core))).not.toMatch(/李建国|13807971234/);
});

it('a form that was put aside has its text again, also after a reload, until it is thrown away', async () => {
  const user = await app().addUser('county-duty', YUDU, 'drafts');
  await app().order(user, 'incident.log', aFlood({ title: '草稿不丢', place: placeIn(YUDU) }));
  const page = await open(user);
  await atDesk(page);
  await openIncident(page, '草稿不丢');
  const reason = page.getByRole('dialog', { name: incident.close.title }).getByLabel(incident.close.reason);
  await page.keyboard.press('k');
  await page.keyboard.type('水退了，群众已返家');
  await page.keyboard.press('Escape');
  await reason.waitFor({ state: 'detached' });
  await page.reload();
  await atDesk(page);
  await page.keyboard.press('k');
  expect(await reason.inputValue()).toBe('水退了，群众已返家');
  await page.getByText(record.draftKept).waitFor();
  await page.getByRole('button', { name: record.draftClear, exact: true }).click();
  expect(await reason.inputValue()).toBe('');
});

it('an entry keeps its time with its text, and says when it was recorded', async () => {
  const user = await app().addUser('county-duty', YUDU, 'entries');
  await app().order(user, 'incident.log', aFlood({ title: '一条记录', place: placeIn(YUDU) }));
  const page = await open(user);
  await atDesk(page);
  await openIncident(page, '一条记录');
  await page.getByRole('textbox', { name: incident.entryLine.label }).fill('水位下降');
  await page.getByLabel(incident.entryLine.time).fill('-15');
  await page.reload();
  await atDesk(page);
  expect(await page.getByLabel(incident.entryLine.time).inputValue()).toBe('-15');
  await page.getByRole('textbox', { name: incident.entryLine.label }).press('Enter');
  await page
    .getByText(saying(`${zh.common.orderState.recorded} {{at}}`))
    .first()
    .waitFor();
  expect(await page.getByRole('textbox', { name: incident.entryLine.label }).inputValue()).toBe('');
});

it('a figure is taken back to not reported, which is not 0', async () => {
  const user = await app().addUser('county-duty', YUDU, 'figures');
  const answer = await app().order(user, 'incident.log', aFlood({ title: '误报数字', place: placeIn(YUDU), casualties: { dead: 2, missing: 1 } }));
  const id = answer.ok ? (answer.refs['incident'] ?? '') : '';
  const page = await open(user);
  await atDesk(page);
  const detail = await openIncident(page, '误报数字');
  const figures = detail.getByRole('region', { name: incident.field.casualties });
  await figures.getByRole('button', { name: incident.detail.editFigures }).click();
  await figures.getByLabel(incident.figure.dead).fill('');
  await figures.getByLabel(incident.figure.missing).fill('0');
  await figures.getByRole('button', { name: incident.detail.save }).click();
  await detail.getByText(`${incident.figure.dead} ${incident.notReported}`).waitFor();
  expect((await app().get<Incident>(user, `/incidents/${id}`)).body.casualties).toEqual({ missing: 0 });
});

it('the parts of an incident never scroll sideways, in English either: what has no room is under more', async () => {
  const user = await app().addUser('county-duty', YUDU, 'parts');
  await app().order(user, 'incident.log', aFlood({ title: '七个部分', place: placeIn(YUDU) }));
  const page = await open(user);
  await page.evaluate(() => localStorage.setItem('fenghuo.language', 'en'));
  await page.reload();
  await page.getByRole('row').filter({ hasText: '七个部分' }).getByRole('gridcell').click();
  const detail = page.getByRole('article', { name: '七个部分' });
  const edges = await detail.evaluate((element) => {
    const frame = element.querySelector('.inc-parts')?.getBoundingClientRect();
    const shown = [...element.querySelectorAll('.inc-parts [role="tab"][data-hidden="false"]')].map((tab) => tab.getBoundingClientRect().right);
    return { frame: frame?.right ?? 0, more: element.querySelector('.inc-parts-more')?.getBoundingClientRect().left ?? 0, last: Math.max(...shown) };
  });
  expect(edges.last).toBeLessThanOrEqual(edges.more);
  expect(edges.more).toBeLessThan(edges.frame);
  await detail.getByRole('button', { name: 'More parts' }).click();
  await detail.getByRole('menuitem', { name: 'Files' }).click();
  await detail.getByRole('tabpanel', { name: 'Files' }).waitFor();
});

it('layers and drawing tools are in the palette', async () => {
  const user = await app().addUser('county-duty', YUDU, 'layers');
  const page = await open(user);
  await atDesk(page);
  const palette = page.getByRole('dialog', { name: zh.shell.palette.title });
  const layer = (words: string): RegExp => saying(words, { name: zh.map.layer.rivers });
  await page.keyboard.press('Control+k');
  await page.keyboard.type(zh.map.layer.rivers);
  await palette.getByRole('option', { name: layer(zh.map.hideLayer) }).click();
  await page.keyboard.press('Control+k');
  await page.keyboard.type(zh.map.layer.rivers);
  await palette.getByRole('option', { name: layer(zh.map.showLayer) }).waitFor();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(zh.sketch.tool.cordon);
  await palette.getByRole('option', { name: zh.sketch.tool.cordon }).click();
  await page.getByRole('button', { name: zh.sketch.tool.cordon, exact: true, pressed: true }).waitFor();
});

it('how one wants to be told goes with the account to another desk', async () => {
  const user = await app().addUser('county-duty', YUDU, 'told');
  const settings = (page: Page) => page.getByRole('dialog', { name: saying(reminder.settings) });
  const kind = (page: Page) => settings(page).getByLabel(reminder.kind.near, { exact: true });
  const [page, elsewhere] = [await open(user), await open(user)];
  for (const one of [page, elsewhere]) {
    await atDesk(one);
    await one.getByRole('button', { name: saying(reminder.settings) }).click();
  }
  expect(await kind(elsewhere).isChecked()).toBe(true);
  await kind(page).uncheck();
  await settings(page).getByText(zh.common.orderState.recorded).waitFor();
  await until('the other desk has learnt of it', async () => !(await kind(elsewhere).isChecked()));
  // What is never silent can't be switched off.
  for (const always of [reminder.kind.climbed, reminder.kind.unreached, reminder.kind.over])
    expect(await settings(page).getByLabel(always).isDisabled()).toBe(true);
});
