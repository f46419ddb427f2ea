import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Incident } from '#shared/incident/state.ts';
import { aFlood } from '#test/support/payloads.ts';
import { YUDU } from '#test/support/seats.ts';
import type { TestUser } from '#test/support/test-app.ts';
import { breaches, breachesNow } from './axe.ts';
import { stage } from './browser.ts';
import { isLive, timelineOf } from './desk.ts';
import { saying, zh } from './words.ts';

const { app, open } = stage();
const MINUTE_MS = 60_000;
const ago = (minutes: number): string => new Date(Date.now() - minutes * MINUTE_MS).toISOString();
/** As a field for a time wants it, by the city's clock. */
const wallOf = (iso: string): string => new Date(Date.parse(iso) + 8 * 60 * MINUTE_MS).toISOString().slice(0, 16);

let county: TestUser;
let leader: TestUser;
let city: TestUser;
beforeAll(async () => {
  [county, leader, city] = await Promise.all([app().addUser('county-duty', YUDU), app().addUser('county-leader', YUDU), app().addUser('city-duty')]);
});

async function logged(title: string, minutes: number): Promise<string> {
  const facts = { title, occurredAt: ago(minutes + 5), receivedAt: ago(minutes), casualties: { dead: 2, missing: 3, evacuated: 10 } };
  const answer = await app().order(county, 'incident.log', aFlood(facts));
  if (!answer.ok) throw new Error(answer.message);
  return answer.refs['incident'] ?? '';
}

/** The reports of an incident, as its own tab shows them. */
async function reporting(user: TestUser, id: string): Promise<Page> {
  const page = await open(user, `/?incident=${id}&part=report`);
  await isLive(page);
  await page.locator('.rep-deadlines').waitFor();
  return page;
}

const cardOf = (page: Page, name: string): Locator =>
  page
    .getByRole('list', { name: zh.report.list, exact: true })
    .locator('.rep-card')
    .filter({ has: page.locator('header').getByText(name, { exact: true }) });
const press = (card: Locator, action: string): Promise<void> => card.getByRole('button', { name: action, exact: true }).click();
const statusIs = (card: Locator, status: string): Promise<void> => card.locator('.rep-status').getByText(status, { exact: true }).waitFor();

describe('a report upward', () => {
  it('is put together from the incident, returned with a reason, handed in again, approved, sent, and acknowledged by the city', async () => {
    const id = await logged('贡江镇山洪', 2);
    const [page, leaderPage, cityPage] = await Promise.all([reporting(county, id), reporting(leader, id), reporting(city, id)]);

    await page.keyboard.press('d');
    const composer = page.getByRole('dialog', { name: saying(`${zh.report.compose.initial} · 贡江镇山洪`) });
    const text = composer.getByLabel(zh.report.compose.text);
    expect(await text.inputValue()).toMatch(/^一、基本情况\n.*于都县.*\n二、人员伤亡和损失\n.*死亡2人，失联3人，转移安置10人/);
    expect(await composer.getByLabel(zh.report.figure.dead, { exact: true }).inputValue()).toBe('2');
    await page.keyboard.press('Control+Enter');

    await statusIs(cardOf(leaderPage, '初报'), zh.report.status.in_review);
    // Above, nothing is seen of it until it has gone out.
    expect(await cardOf(cityPage, '初报').count()).toBe(0);
    await press(cardOf(leaderPage, '初报'), zh.report.action.return);
    await leaderPage.getByRole('dialog', { name: zh.report.ask.return.title }).getByLabel(zh.report.ask.return.label).fill('失联人数请与贡江镇核实');
    await leaderPage.keyboard.press('Control+Enter');

    const own = cardOf(page, '初报');
    await statusIs(own, zh.report.status.returned);
    await own.getByText('失联人数请与贡江镇核实').waitFor();
    await press(own, zh.report.action.edit);
    await page.getByText(saying(zh.report.compose.returnedFor, { reason: '失联人数请与贡江镇核实' })).waitFor();
    await composer.getByLabel(zh.report.figure.missing, { exact: true }).fill('2');
    await page.keyboard.press('Control+Enter');

    await press(cardOf(leaderPage, '初报'), zh.report.action.approve);
    await statusIs(own, zh.report.status.approved);
    await press(own, zh.report.action.send);
    await press(cardOf(cityPage, '初报'), zh.report.action.acknowledge);
    for (const screen of [page, leaderPage, cityPage]) await statusIs(cardOf(screen, '初报'), zh.report.status.acknowledged);
    expect((await app().get<Incident>(county, `/incidents/${id}`)).body.received?.city?.by.role).toBe('city-duty');
  });

  it('whose figures jump demands a reason before it is handed in', async () => {
    const id = await logged('罗坳镇山洪', 2);
    expect(await app().order(county, 'report.phone', { incidentId: id, spokenTo: '市政府总值班室', text: '首报' })).toMatchObject({ ok: true });
    await app().order(county, 'incident.update', { incidentId: id, casualties: { dead: 2, missing: 3, evacuated: 180 } });
    const page = await reporting(county, id);
    await page.keyboard.press('d');
    const composer = page.getByRole('dialog').filter({ hasText: '罗坳镇山洪' });
    await page.keyboard.press('Control+Enter');
    await composer.getByRole('alert').getByText(zh.report.why.reasons).waitFor();
    await composer.getByLabel(saying(zh.report.figures.why, { figure: zh.report.figure.evacuated })).fill('下游两村一并转移');
    await page.keyboard.press('Control+Enter');
    await statusIs(cardOf(page, '初报').first(), zh.report.status.in_review);
    const [report] = [...app().core.world.all('report')].filter(({ incidentId, channel }) => incidentId === id && channel === 'written');
    expect(report?.reasons).toEqual({ 'casualties.evacuated': '下游两村一并转移' });
  });

  it('by phone has its script, and recorded after its time keeps both times and the flag of lateness', async () => {
    const id = await logged('岭背镇山洪', 40);
    const page = await reporting(county, id);
    const deadlines = page.locator('.rep-deadlines');
    await deadlines.getByRole('listitem').filter({ hasText: 'R03P' }).getByText(zh.report.late, { exact: true }).waitFor();

    await page.keyboard.press('p');
    const dialog = page.getByRole('dialog').filter({ hasText: '岭背镇山洪' });
    const script = dialog.getByRole('list', { name: zh.report.out.script });
    for (const line of ['赣州市人民政府总值班室，你好。我是于都县人民政府总值班室。', '死亡2人。', '报告完毕。请复述主要数字。'])
      await script.getByText(line, { exact: true }).waitFor();
    await dialog.getByLabel(zh.report.phone.spokenTo).fill('市政府总值班室值班员');
    // A call before the incident, or one that has not been made yet, is no call.
    const record = dialog.getByRole('button', { name: zh.report.phone.record });
    for (const wrong of [ago(60), ago(-5)]) {
      await dialog.getByLabel(zh.report.phone.at).fill(wallOf(wrong));
      await dialog.getByRole('alert').getByText(zh.report.phone.wrongAt).waitFor();
      expect(await record.isDisabled()).toBe(true);
    }
    const said = ago(25);
    await dialog.getByLabel(zh.report.phone.at).fill(wallOf(said));
    await record.click();

    await deadlines.getByText(/已报或已说明/).click();
    const row = deadlines.getByRole('listitem').filter({ hasText: 'R03P' });
    await row.getByText(zh.report.late, { exact: true }).waitFor();
    await row.getByText(saying(zh.report.deadlines.recorded, { said: wallOf(said).slice(11) })).waitFor();
    await cardOf(page, '初报').getByText(zh.report.late, { exact: true }).waitFor();
    await page.reload();
    await deadlines.getByText(/已报或已说明/).click();
    await row.getByText(zh.report.late, { exact: true }).waitFor();
  });

  it('has screens that break no rule of WCAG 2 A or AA: its deadlines with what was late, and the call', async () => {
    const id = await logged('仙下乡山洪', 40);
    await app().order(county, 'report.phone', { incidentId: id, at: ago(30), spokenTo: '市政府总值班室', text: '首报' });
    const page = await reporting(county, id);
    await page
      .locator('.rep-deadlines')
      .getByText(/已报或已说明/)
      .click();
    expect(await breaches(page)).toEqual([]);
    await page.keyboard.press('p');
    const dialog = page.getByRole('dialog').filter({ hasText: '仙下乡山洪' });
    await dialog.getByLabel(zh.report.phone.at).fill(wallOf(ago(90)));
    await dialog.getByRole('alert').waitFor();
    expect(await breachesNow(dialog)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('is counted with the others in the archive, by level and kind; the limits of the machine stand with the rules', async () => {
    const archive = await open(city, '/history');
    await archive.getByRole('button', { name: zh.history.tally.title }).click();
    await archive.getByRole('region', { name: zh.history.tally.title }).getByRole('cell', { name: zh.history.tally.whole }).waitFor();
    // Tables of antd take their colours from the page's own theme, not from the attribute that a test changes.
    expect(await breachesNow(archive.locator('html'))).toEqual([]);
    const rules = await open(city, '/rules?table=limits');
    await rules.getByText('单张照片大小上限').waitFor();
    expect(await breachesNow(rules.locator('html'))).toEqual([]);
  });
});

describe('that the situation is stable', () => {
  it('is recorded and taken back with a reason: the 核报 is due, and then no longer', async () => {
    const id = await logged('银坑镇山洪', 2);
    const page = await open(county, `/?incident=${id}&part=finding`);
    await isLive(page);
    const form = page.getByRole('form', { name: zh.finding.title });
    await form.getByLabel(zh.finding.stableAt).fill(wallOf(ago(1)));
    await form.getByRole('button', { name: zh.finding.record }).click();
    const back = form.getByRole('button', { name: zh.finding.unsettle.give });
    await back.waitFor();
    expect(await breaches(page)).toEqual([]);
    const final = () =>
      app()
        .core.world.get('incident', id)
        ?.deadlines?.filter(({ kind, from }) => kind === 'final' && from === 'county').length;
    expect(final()).toBe(1);
    expect(await back.isDisabled()).toBe(true);
    await form.getByLabel(zh.finding.unsettle.reason).fill('上游再降大雨');
    await back.click();
    await back.waitFor({ state: 'detached' });
    expect(final()).toBe(0);
    await page.getByRole('tab', { name: zh.incident.detail.timeline }).click();
    await timelineOf(page).getByRole('listitem').filter({ hasText: '上游再降大雨' }).waitFor();
  });
});
