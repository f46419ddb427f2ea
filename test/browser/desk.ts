import type { Locator, Page } from 'playwright-core';
import type { TestUser } from '#test/support/test-app.ts';
import { zh } from './words.ts';

/** The incident's row in the list. */
export const rowOf = (page: Page, title: string): Locator =>
  page.getByRole('grid', { name: zh.incident.list.title }).getByRole('row').filter({ hasText: title });

/** The incident that is open beside the map. */
export const detailOf = (page: Page, title: string): Locator => page.getByRole('article', { name: title });

export const timelineOf = (page: Page): Locator => page.getByRole('region', { name: zh.incident.timeline.title });

export const mapOf = (page: Page): Locator => page.getByRole('region', { name: zh.map.label });

/** What stands out on the map, by its mark: a level, or `pending` for none yet. */
export const flagOf = (page: Page, mark: number | 'pending'): Locator => mapOf(page).locator(`[data-mark="${mark}"]`);

/** The bar says that what is seen is what is. */
export const isLive = (page: Page): Promise<void> => page.getByRole('banner').getByRole('status').filter({ hasText: zh.shell.bar.live }).waitFor();

/** The desk stands: what comes from now on is new to who sits there. */
export async function atDesk(page: Page): Promise<void> {
  await isLive(page);
  await page.getByRole('region', { name: zh.incident.list.title }).waitFor();
}

export async function openIncident(page: Page, title: string): Promise<Locator> {
  await rowOf(page, title).getByRole('gridcell').click();
  const detail = detailOf(page, title);
  await detail.waitFor();
  return detail;
}

/** Types an incident as an officer does with a phone at the ear: no hand leaves the keys. */
export async function typeIncident(page: Page, { title, place, kind }: { title: string; place: string; kind: string }): Promise<void> {
  await page.keyboard.press('n');
  await page.getByRole('dialog', { name: zh.incident.log.title }).waitFor();
  await page.keyboard.type(title);
  await page.keyboard.press('Tab');
  await page.keyboard.type(place);
  await page.keyboard.press('Tab');
  await page.keyboard.type(kind);
  await page.keyboard.press('Enter');
}

/** Signs in at the door, by hand. */
export async function signIn(page: Page, { username, password }: Pick<TestUser, 'username' | 'password'>): Promise<void> {
  await page.getByLabel(zh.access.username, { exact: true }).fill(username);
  await page.getByLabel(zh.access.password, { exact: true }).fill(password);
  await page.getByRole('button', { name: zh.access.signIn.submit, exact: true }).click();
}

/** A tab of the open incident, brought forward. */
export async function showPart(detail: Locator, name: string): Promise<Locator> {
  const tab = detail.getByRole('tab', { name });
  if ((await tab.count()) > 0) await tab.click();
  else {
    // What has no room in the line is under "more".
    await detail.getByRole('button', { name: zh.incident.detail.moreParts }).click();
    await detail.getByRole('menuitem', { name }).click();
  }
  const panel = detail.getByRole('tabpanel', { name });
  await panel.waitFor();
  return panel;
}

/** Types into a field that offers choices, and takes the one that says this. */
export async function choose(field: Locator, typed: string, choice: string | RegExp): Promise<void> {
  await field.fill(typed);
  await field.page().getByRole('listbox').getByRole('option', { name: choice }).first().click();
}
