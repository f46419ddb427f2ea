import { beforeAll, expect, it } from 'vitest';
import { YUDU } from '#test/support/seats.ts';
import type { TestUser } from '#test/support/test-app.ts';
import { breaches } from './axe.ts';
import { stage } from './browser.ts';
import { isLive } from './desk.ts';
import { zh } from './words.ts';

const { app, open } = stage();
let county: TestUser;
let city: TestUser;

beforeAll(async () => {
  [county, city] = await Promise.all([app().addUser('county-duty', YUDU, 'shui'), app().addUser('city-duty', undefined, 'dou')]);
});

it('a post enters the book by the keys, is masked at other desks, found by the sound of its name, and verified', async () => {
  const [page, other] = await Promise.all([open(county, '/contacts'), open(city, '/contacts')]);
  await Promise.all([page, other].map(isLive));
  await page.getByText(zh.contact.none).waitFor();
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog', { name: zh.contact.add });
  await dialog.getByLabel(zh.contact.field.post).fill('防汛值班室');
  await dialog.getByLabel(zh.contact.field.name).fill('钟卫东');
  await dialog.getByLabel(zh.contact.field.phone).fill('0797-6233119');
  expect(await breaches(dialog)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
  const row = page.getByRole('row').filter({ hasText: '防汛值班室' });
  await row.waitFor();
  expect(await page.content()).not.toContain('6233119');

  await page.keyboard.press('v');
  await row.getByText('0797-6233119').waitFor();
  await row.getByRole('button', { name: zh.contact.verify }).click();
  await page.getByText(zh.common.orderState.recorded).waitFor();
  expect(await breaches(page)).toEqual([]);

  const seen = other.getByRole('row').filter({ hasText: '防汛值班室' });
  await seen.waitFor();
  await other.keyboard.press('/');
  await other.keyboard.type('fxzbs');
  await seen.waitFor();
  await other.getByRole('searchbox').fill('水文站');
  await seen.waitFor({ state: 'detached' });
});
