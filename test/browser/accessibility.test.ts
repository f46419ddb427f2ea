import { beforeAll, describe, expect, it } from 'vitest';
import { zh as say } from '#client/features/village/text-zh.ts';
import type { Severity } from '#shared/incident/events.ts';
import { aFlood, placeIn } from '#test/support/payloads.ts';
import type { TestUser } from '#test/support/test-app.ts';
import { YUDU } from '#test/support/seats.ts';
import { breaches, breachesNow } from './axe.ts';
import { stage } from './browser.ts';
import { atDesk, openIncident, showPart } from './desk.ts';
import { en, zh } from './words.ts';

const { app, open } = stage();
const PHONE = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  permissions: ['geolocation'],
  geolocation: { longitude: 115.41, latitude: 25.95 },
};
let county: TestUser;
let city: TestUser;

/** Something of everything: each level, a proposal, none, no level by its class, figures, a long log. */
beforeAll(async () => {
  [county, city] = await Promise.all([app().addUser('county-duty', YUDU, 'kong'), app().addUser('city-duty', undefined, 'cao')]);
  const leader = await app().addUser('city-leader', undefined, 'yan');
  const log = async (title: string, more: object = {}): Promise<string> => {
    const answer = await app().order(county, 'incident.log', aFlood({ title, casualties: { dead: 1, trapped: 12 }, ...more }));
    if (!answer.ok) throw new Error(answer.message);
    return answer.refs['incident'] ?? '';
  };
  for (const severity of [1, 2, 3, 4, null] as const) {
    const id = await log(`定级 ${severity ?? '无'}`, { place: placeIn(YUDU, { lng: 114.5 + (severity ?? 5) * 0.3 }) });
    await app().order(leader, 'incident.assess', { incidentId: id, severity: severity satisfies Severity | null, basis: '研判会商' });
  }
  const proposed = await log('建议较大');
  await app().order(county, 'incident.assess', { incidentId: proposed, severity: 3, basis: '失联 3 人' });
  await app().order(city, 'incident.note', { incidentId: proposed, text: '已通知蓝天救援队', at: new Date().toISOString() });
  await log('街面人群聚集', { typeCode: 'S01' });
});

describe('in either theme, no rule of WCAG 2 A or AA is broken by', () => {
  it('the desk, in both languages', async () => {
    const page = await open(city);
    await atDesk(page);
    expect(await breaches(page)).toEqual([]);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('banner').getByRole('status').filter({ hasText: en.shell.bar.live }).waitFor();
    expect(await breaches(page)).toEqual([]);
  });

  it('the desk with an incident open, and its dialogs', async () => {
    const page = await open(county);
    await openIncident(page, '建议较大');
    await page.getByText('已通知蓝天救援队').waitFor();
    expect(await breaches(page)).toEqual([]);
    for (const name of [zh.incident.assess.propose, zh.incident.close.title]) {
      await page.getByRole('button', { name }).click();
      const dialog = page.getByRole('dialog', { name });
      await dialog.waitFor();
      expect(await breaches(dialog)).toEqual([]);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    }
  });

  it('every tab of an incident', async () => {
    const page = await open(county);
    const detail = await openIncident(page, '建议较大');
    await detail.getByRole('tab').first().waitFor();
    await detail.getByRole('button', { name: zh.incident.detail.moreParts }).click();
    const rest = await detail.getByRole('menuitem').allInnerTexts();
    await page.keyboard.press('Escape');
    const names = [...(await detail.getByRole('tab').allInnerTexts()), ...rest].map((name) => name.replace(/\s*\d+$/, '').trim());
    expect(names.length).toBeGreaterThan(7);
    for (const name of names.slice(1)) {
      await showPart(detail, name);
      await page.getByText(zh.common.loading).waitFor({ state: 'detached' });
      expect(await breaches(detail), name).toEqual([]);
    }
  });

  it('the duty pages, each of them', async () => {
    const page = await open(county, '/duty');
    const tabs = page.getByRole('navigation', { name: zh.duty.title }).getByRole('button');
    await tabs.first().waitFor();
    expect(await tabs.count()).toBeGreaterThan(2);
    for (let tab = 0; tab < (await tabs.count()); tab++) {
      await tabs.nth(tab).click();
      expect(await breaches(page)).toEqual([]);
    }
  });

  it('the desk while an incident is logged', async () => {
    const page = await open(county);
    await atDesk(page);
    await page.keyboard.press('n');
    const drawer = page.getByRole('dialog', { name: zh.incident.log.title });
    await drawer.waitFor();
    expect(await breaches(page)).toEqual([]);
    await page.keyboard.type('渡江大道积水');
    await drawer.getByRole('button', { name: zh.incident.log.record }).click();
    await page.getByRole('combobox', { name: zh.incident.field.class }).focus();
    await page.getByRole('listbox', { name: zh.incident.field.class }).waitFor();
    expect(await breaches(drawer)).toEqual([]);
  });

  it('what opens from the bar: the outbox, the account menu, the keys', async () => {
    const page = await open(city);
    const bar = page.getByRole('banner').first();
    await bar.getByRole('button', { name: zh.shell.outbox.title }).click();
    await bar.getByText(zh.shell.outbox.emptyTitle).waitFor();
    expect(await breaches(bar)).toEqual([]);
    await bar.getByRole('button', { name: zh.shell.user.menu.replace('{{name}}', 'cao') }).click();
    await bar.getByRole('menu').waitFor();
    expect(await breaches(bar)).toEqual([]);
    await page.keyboard.press('Escape');
    await bar.getByRole('button', { name: zh.shell.help.title }).click();
    const help = page.getByRole('dialog', { name: zh.shell.help.title });
    await help.waitFor();
    expect(await breaches(help)).toEqual([]);
  });

  it('the wall', async () => {
    const page = await open(city, '/wall');
    await page.getByRole('list', { name: zh.incident.list.title }).getByText('建议较大').waitFor();
    expect(await breaches(page)).toEqual([]);
  });

  it("one's own account", async () => {
    const page = await open(city, '/account');
    await page.getByRole('region', { name: zh.access.sessions.title }).getByRole('listitem').first().waitFor();
    expect(await breaches(page)).toEqual([]);
  });

  it("the administrator's page", async () => {
    const page = await open(app().admin, '/admin/users');
    await page.getByRole('cell', { name: 'kong' }).first().waitFor();
    expect(await breachesNow(page.locator('html'))).toEqual([]);
    // Ant Design's colours are set when the theme is, so here it is switched as a person does.
    await page.getByRole('button', { name: zh.shell.theme.toLight }).click();
    expect(await breachesNow(page.locator('html'))).toEqual([]);
    await page.getByRole('button', { name: zh.access.users.add }).click();
    await page.getByRole('dialog').getByLabel(zh.access.field.name, { exact: true }).waitFor();
    expect(await breachesNow(page.locator('html'))).toEqual([]);
  });

  it('the pages of a village, from door to report', async () => {
    const door = await open(null, '/village', PHONE);
    await door.getByRole('heading', { name: say['signIn.title'] }).waitFor();
    expect(await breaches(door)).toEqual([]);
    const reporter = await app().addUser('village-reporter', undefined, 'reporter');
    const page = await open(reporter, '/village', PHONE);
    for (const name of [say['tile.flood'], say['where.here'], say['people.trapped'], say['send.go']]) {
      const button = page.getByRole('button', { name, exact: name === say['send.go'] });
      await button.waitFor();
      expect(await breaches(page)).toEqual([]);
      await button.tap();
    }
    await page.getByText(say['state.sentHint']).waitFor();
    expect(await breaches(page)).toEqual([]);
    await page.getByRole('link', { name: say['tab.mine'] }).tap();
    await page.getByRole('heading', { name: say['mine.title'] }).waitFor();
    expect(await breaches(page)).toEqual([]);
  });

  it('the door, in both languages', async () => {
    const page = await open(null);
    await page.getByRole('form', { name: zh.access.signIn.title }).waitFor();
    expect(await breaches(page)).toEqual([]);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('form', { name: en.access.signIn.title }).waitFor();
    expect(await breaches(page)).toEqual([]);
  });
});
