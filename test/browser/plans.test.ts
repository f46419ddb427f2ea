import { beforeAll, describe, expect, it } from 'vitest';
import { aFlood } from '#test/support/payloads.ts';
import { aPlan } from '#test/support/plans.ts';
import { SYSTEM_SEAT, YUDU } from '#test/support/seats.ts';
import type { TestUser } from '#test/support/test-app.ts';
import { breaches } from './axe.ts';
import { stage } from './browser.ts';
import { isLive, openIncident } from './desk.ts';
import { zh } from './words.ts';

const { app, open } = stage();
let [planner, other, leader, duty]: TestUser[] = [];
let model: string;
let draft: string;

beforeAll(async () => {
  [planner, other, leader, duty] = await Promise.all([
    app().addUser('planner', YUDU, 'zhou'),
    app().addUser('county-duty', YUDU, 'wu'),
    app().addUser('county-leader', YUDU, 'zheng'),
    app().addUser('county-duty', YUDU, 'wang'),
  ]);
  const { core } = app();
  model = core.ids.next();
  const founded = { planId: model, key: 'flash-flood', owner: '360700', content: aPlan(), on: '2026-06-01' };
  expect(await core.orders.submit({ id: core.ids.next(), type: 'plan.found', payload: founded }, SYSTEM_SEAT)).toMatchObject({ ok: true });
  draft = core.ids.next();
  if (!planner) throw new Error('Nobody is there.');
  const title = { zh: '于都县山洪灾害应急预案', en: 'Yudu flash flood plan' };
  expect(await app().order(planner, 'plan.draft', { fromPlanId: model, title }, draft)).toMatchObject({ ok: true });
});

describe('plans on a screen', () => {
  it('stand in a register from which one is opened; no rule of WCAG A or AA is broken by any view', async () => {
    if (!planner) throw new Error('Nobody is there.');
    const page = await open(planner, '/plans');
    await isLive(page);
    await page.getByRole('link', { name: '赣州市山洪灾害应急预案' }).waitFor();
    expect(await breaches(page)).toEqual([]);
    for (const view of ['coverage', 'year', 'calendar'] as const) {
      await page.getByRole('button', { name: zh.plan.view[view] }).click();
      expect(await breaches(page)).toEqual([]);
    }
    await page.getByRole('button', { name: zh.plan.view.register }).click();
    await page.getByRole('link', { name: '于都县山洪灾害应急预案' }).click();
    await page.getByRole('heading', { name: '1.1　编制目的' }).waitFor();
    for (const tab of ['life', 'comments', 'schedule', 'filing', 'history'] as const) {
      await page.getByRole('tab', { name: zh.plan[tab].title }).click();
      expect(await breaches(page)).toEqual([]);
    }
  });

  it('what was typed outlives a reload, and a clause that another has changed is not overwritten unseen', async () => {
    if (!planner || !other) throw new Error('Nobody is there.');
    const page = await open(planner, `/plans?plan=${draft}`);
    const clause = page.locator('[id="clauses-5.1"]');
    await clause.getByRole('button', { name: zh.plan.text.edit }).click();
    await clause.getByLabel(zh.plan.text.body).fill('达到条件立即启动。');
    const theirs = { id: '5.1', part: 'response', title: '响应启动', text: '由县防指启动。' } as const;
    expect(await app().order(other, 'plan.edit', { planId: draft, baseRevision: 1, changes: [{ in: 'clauses', put: theirs }] })).toMatchObject({ ok: true });
    await page.reload();
    await clause.getByRole('button', { name: zh.plan.text.save }).click();
    const conflict = page.getByRole('alert').filter({ hasText: zh.plan.text.conflict });
    await conflict.getByText('由县防指启动。').waitFor();
    expect(app().core.world.get('edition', `${draft}.1`)?.content.clauses[2]?.text).toBe('由县防指启动。');
    await conflict.getByRole('button', { name: zh.plan.text.mine }).click();
    await clause.getByRole('paragraph').getByText('达到条件立即启动。').waitFor();
    expect(app().core.world.get('edition', `${draft}.1`)?.content.clauses[2]?.text).toBe('达到条件立即启动。');
  });
});

describe('a response on the desk', () => {
  it('is launched by the leader with what is suggested; duty works the list off, one after the other', async () => {
    if (!leader || !duty) throw new Error('Nobody is there.');
    expect(await app().order(duty, 'incident.log', aFlood({ title: '梅江山洪' }))).toMatchObject({ ok: true });
    const page = await open(leader);
    await openIncident(page, '梅江山洪');
    await page.getByRole('tab', { name: zh.response.tab }).click();
    await page.getByText('组织会商').waitFor();
    expect(await breaches(page)).toEqual([]);
    await page.getByRole('button', { name: '启动Ⅳ级响应' }).click();
    await page.getByText('Ⅳ级响应进行中').waitFor();
    expect(await breaches(page)).toEqual([]);

    const desk = await open(duty);
    await openIncident(desk, '梅江山洪');
    await desk.getByRole('tab', { name: zh.response.tab }).click();
    const waiting = desk.getByRole('listitem').filter({ hasText: '通知危险区群众转移' }).first();
    expect(await waiting.getByRole('button', { name: zh.task.done }).isDisabled()).toBe(true);
    const first = desk.getByRole('listitem').filter({ hasText: '组织会商' }).first();
    await first.getByRole('button', { name: zh.task.done }).click();
    await first.getByLabel(zh.task.evidence).fill('会商纪要');
    await desk.keyboard.press('Enter');
    await desk.getByText('会商纪要').first().waitFor();
    await page.getByText('会商纪要').first().waitFor();
    const [response] = [...app().core.world.all('response')];
    expect(response).toMatchObject({ planId: model, no: 1, level: 'IV', status: 'running' });
  });
});
