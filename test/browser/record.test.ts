import { beforeAll, describe, expect, it } from 'vitest';
import type { Payload } from '#shared/catalogue.ts';
import type { Incident } from '#shared/incident/state.ts';
import { aFlood, placeIn } from '#test/support/payloads.ts';
import { YUDU } from '#test/support/seats.ts';
import type { TestUser } from '#test/support/test-app.ts';
import { stage } from './browser.ts';
import { atDesk, openIncident, rowOf, timelineOf } from './desk.ts';
import { saying, zh } from './words.ts';

const { app, open, expects } = stage();
let county: TestUser;
let leader: TestUser;
let city: TestUser;
beforeAll(async () => {
  [county, leader, city] = await Promise.all([app().addUser('county-duty', YUDU), app().addUser('county-leader', YUDU), app().addUser('city-duty')]);
});

async function logged(title: string, more: Partial<Payload<'incident.log'>> = {}): Promise<string> {
  const answer = await app().order(county, 'incident.log', aFlood({ title, place: placeIn(YUDU), ...more }));
  if (!answer.ok) throw new Error(answer.message);
  return answer.refs['incident'] ?? '';
}

const stored = async (id: string): Promise<Incident> => (await app().get<Incident>(county, `/incidents/${id}`)).body;

describe('the record of an incident', () => {
  it('keeps what is half typed through a reload, and shows what another has written meanwhile beside it', async () => {
    const id = await logged('两人同填一项', { account: { cause: '堤身渗漏' } });
    const page = await open(county);
    await atDesk(page);
    const detail = await openIncident(page, '两人同填一项');
    const cause = saying(zh.record.editField, { field: zh.record.text.cause });
    await detail.getByRole('tab', { name: zh.record.tab }).click();
    await detail.getByRole('button', { name: cause }).click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('管涌，范围在扩大');

    await page.reload();
    await atDesk(page);
    await detail.getByRole('tab', { name: zh.record.tab }).click();
    expect(await detail.getByLabel(zh.record.text.cause, { exact: true }).inputValue()).toBe('管涌，范围在扩大');

    await app().order(city, 'incident.update', { incidentId: id, account: { cause: '白蚁蚁穴' } });
    const conflict = detail.getByRole('alert');
    await conflict.getByText('白蚁蚁穴').waitFor();
    await conflict.getByText('管涌，范围在扩大').waitFor();
    await conflict.getByRole('button', { name: zh.record.conflict.useMine }).click();
    await detail.getByRole('button', { name: cause }).waitFor();
    expect((await stored(id)).account?.cause).toBe('管涌，范围在扩大');
  });

  it('takes a figure with the words of when it was given, and never counts the missing as dead', async () => {
    const id = await logged('续报数字', { casualties: { missing: 3 } });
    const page = await open(county);
    await atDesk(page);
    const detail = await openIncident(page, '续报数字');
    const figures = detail.getByRole('region', { name: zh.incident.field.casualties });
    await figures.getByRole('button', { name: zh.incident.detail.editFigures }).click();
    await figures.getByLabel(zh.incident.figure.missing).fill('2');
    await figures.getByLabel(zh.record.loss.housesCollapsed).fill('4');
    await page.keyboard.press('Enter');
    await figures.getByText('倒塌房屋 4 间').waitFor();
    expect(await stored(id)).toMatchObject({ casualties: { missing: 2 }, losses: { housesCollapsed: 4 } });
    expect((await stored(id)).casualties).not.toHaveProperty('dead');
  });
});

describe('the level that the figures reach', () => {
  it('is a quiet word with the criterion and its law, and one click fills it in', async () => {
    await logged('化工仓库爆燃', { typeCode: 'A02', casualties: { dead: 3 } });
    const page = await open(leader);
    await atDesk(page);
    const detail = await openIncident(page, '化工仓库爆燃');
    const hint = detail.getByRole('note', { name: zh.record.severity.title });
    await hint.getByText('生产安全事故报告和调查处理条例第三条').waitFor();
    await hint.getByRole('button', { name: zh.record.severity.use }).click();
    const dialog = page.getByRole('dialog', { name: zh.incident.assess.set });
    expect(await dialog.getByLabel(zh.incident.field.basis).inputValue()).toContain('死亡 3 人');
    await page.keyboard.press('Control+Enter');
    await detail.locator('header').getByText(zh.common.level['3']).waitFor();
    await hint.waitFor({ state: 'detached' });
  });

  it('by our own rule is not called law', async () => {
    await logged('山洪致人死亡', { typeCode: 'N01.2', casualties: { dead: 3 } });
    const page = await open(county);
    await atDesk(page);
    const hint = (await openIncident(page, '山洪致人死亡')).getByRole('note', { name: zh.record.severity.title });
    await hint.getByText(zh.record.severity.internal).waitFor();
  });
});

describe('the log', () => {
  it('strikes through what was corrected and keeps it', async () => {
    const id = await logged('更正一条记录');
    await app().order(county, 'incident.note', { incidentId: id, text: '转移 18 人' });
    const [page, other] = await Promise.all([open(county), open(city)]);
    for (const screen of [page, other]) {
      await atDesk(screen);
      await openIncident(screen, '更正一条记录');
    }
    await timelineOf(page).getByRole('listitem').filter({ hasText: '转移 18 人' }).hover();
    await timelineOf(page)
      .getByRole('button', { name: saying(zh.record.correct.entry, { n: 2 }) })
      .click();
    const dialog = page.getByRole('dialog', { name: saying(zh.record.correct.entry, { n: 2 }) });
    await dialog.getByLabel(zh.record.correct.text).fill('转移 180 人');
    await dialog.getByLabel(zh.record.correct.reason).fill('少记一位');
    await page.keyboard.press('Control+Enter');
    for (const screen of [page, other]) {
      const wrong = timelineOf(screen).getByRole('listitem').filter({ hasText: '转移 18 人' });
      await wrong.getByText(saying(zh.record.correct.by, { n: 3 })).waitFor();
      expect(await wrong.locator('s').innerText()).toBe('转移 18 人');
      await timelineOf(screen).getByRole('listitem').filter({ hasText: '转移 180 人' }).waitFor();
    }
  });
});

describe('a restricted incident', () => {
  it('leaves the desks of those who were not named', async () => {
    await logged('涉密事件');
    const [page, other] = await Promise.all([open(county), open(city)]);
    for (const screen of [page, other]) {
      await atDesk(screen);
      await openIncident(screen, '涉密事件');
    }
    expects(other, /404 \(Not Found\).*incidents/);
    await page.getByRole('button', { name: zh.record.restrict.title, exact: true }).click();
    const dialog = page.getByRole('dialog', { name: zh.record.restrict.title });
    await dialog.getByRole('checkbox').first().waitFor();
    await dialog.getByLabel(zh.record.restrict.reason).fill('涉未成年人');
    await page.keyboard.press('Control+Enter');
    await page.getByText(zh.record.restrict.short, { exact: true }).first().waitFor();
    await other.getByText(zh.incident.detail.unknown).waitFor();
    await rowOf(other, '涉密事件').waitFor({ state: 'detached' });
  });
});
