import { beforeAll, expect, it } from 'vitest';
import { aFlood } from '#test/support/payloads.ts';
import { leapingClock } from '#test/support/driven-clock.ts';
import { YUDU } from '#test/support/seats.ts';
import type { TestUser } from '#test/support/test-app.ts';
import { breaches } from './axe.ts';
import { stage } from './browser.ts';
import { atDesk, detailOf } from './desk.ts';
import { zh } from './words.ts';

const clock = leapingClock();
const { app, open } = stage(() => ({ ports: { clock } }));
let township: TestUser;
let county: TestUser;
let leader: TestUser;

beforeAll(async () => {
  [township, county, leader] = await Promise.all([
    app().addUser('township-duty', undefined, 'zhang'),
    app().addUser('county-duty', YUDU, 'yun'),
    app().addUser('city-leader', undefined, 'su'),
  ]);
});

it('what happens while somebody is at the desk stands beside whatever is open, leads there, and stays when it is red or late', async () => {
  const page = await open(county);
  await atDesk(page);
  const stack = page.getByRole('region', { name: zh.reminder.title, exact: true });
  const made = await app().order(township, 'incident.log', aFlood({ title: '跃洲水库险情', typeCode: 'N01.4' }));
  if (!made.ok) throw new Error(made.message);
  const fresh = stack.getByRole('status').filter({ hasText: zh.reminder.kind.new });
  await fresh.getByText('跃洲水库险情').waitFor();
  expect(await breaches(stack)).toEqual([]);
  await fresh.getByRole('button', { name: /跃洲水库险情/ }).click();
  await detailOf(page, '跃洲水库险情').waitFor();
  await fresh.waitFor({ state: 'detached' });

  expect(await app().order(leader, 'incident.assess', { incidentId: made.refs['incident'] ?? '', severity: 1, basis: '溃坝风险' })).toMatchObject({ ok: true });
  const raised = stack.getByRole('alert').filter({ hasText: zh.reminder.kind.raised });
  await raised.waitFor();
  await page.keyboard.press('x');
  await stack.waitFor({ state: 'detached' });
});

it('a deadline that passes while somebody is at the desk is said, and stays until it is put away', async () => {
  const made = await app().order(township, 'incident.log', aFlood({ title: '梓山镇漫堤', typeCode: 'N01.5' }));
  if (!made.ok) throw new Error(made.message);
  expect(await app().order(county, 'incident.receive', { incidentId: made.refs['incident'] ?? '' })).toMatchObject({ ok: true });
  // The county's telephone report to the city is due half an hour after it took note.
  await clock.advance(30 * 60_000 - 6_000);
  const page = await open(county);
  await atDesk(page);
  const stack = page.getByRole('region', { name: zh.reminder.title, exact: true });
  const over = stack.getByRole('alert').filter({ hasText: zh.reminder.kind.over }).filter({ hasText: '梓山镇漫堤' }).first();
  await over.waitFor();
  expect(await breaches(stack)).toEqual([]);
  await over.getByRole('button', { name: /梓山镇漫堤/ }).click();
  await detailOf(page, '梓山镇漫堤').getByRole('tabpanel', { name: zh.report.title }).waitFor();
});
