import { beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { Team } from '#shared/team/state.ts';
import { YUDU } from '#test/support/seats.ts';
import { aMember, anApplication } from '#test/support/team-cases.ts';
import type { TestUser } from '#test/support/test-app.ts';
import { breaches } from './axe.ts';
import { stage } from './browser.ts';
import { isLive } from './desk.ts';
import { zh } from './team-words.ts';
import { saying } from './words.ts';

const { app, open, expects } = stage();
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const NAME = '于都蓝天救援队';
const PASSWORD = 'Ganjiang boats 2026';
/** The page asks who is here before anybody is, and that is no fault. */
const NOBODY_YET = /401/;
let duty: TestUser;

beforeAll(async () => {
  duty = await app().addUser('county-duty', YUDU, 'zhao');
  await app().order(app().admin, 'organisation.add', { organisationId: 'red-cross', kind: 'team', name: '红会', parent: YUDU });
  const red = await app().addUser('team', 'red-cross');
  await app().order(red, 'team.apply', anApplication({ name: '红会水上队' }));
  await app().order(red, 'member.save', { teamId: 'red-cross', ...aMember, insuredUntil: '2099-01-01' });
  await app().order(duty, 'team.verify', { teamId: 'red-cross' });
});

const theTeam = (): Team | undefined => [...app().core.world.all('team')].find(({ name }) => name === NAME);

async function atRegister(page: Page): Promise<void> {
  await isLive(page);
  await page.getByRole('heading', { name: zh.team.title }).waitFor();
}

describe('a team without an account', () => {
  it('applies on its phone, and is told what is missing before anything is sent', async () => {
    const page = await open(null, '/apply', PHONE);
    expects(page, NOBODY_YET);
    const form = page.getByRole('form', { name: zh.apply.title });
    await form.waitFor();
    await form.getByRole('button', { name: zh.apply.submit }).click();
    await form.getByText(zh.apply.wants.leaderPhone).waitFor();
    await form.getByText(zh.apply.wants.base).waitFor();
    expect(await breaches(page)).toEqual([]);
    await form.getByLabel(zh.apply.field.org).selectOption(YUDU);
    await form.getByLabel(zh.apply.field.name).fill('红会水上队');
    await form.getByLabel(zh.apply.field.leaderName).fill('王五');
    await form.getByLabel(zh.apply.field.leaderPhone).fill('13712345678');
    await form.getByLabel(zh.apply.field.baseText).fill('贡江镇渡江大道 8 号');
    await page.getByRole('region', { name: zh.apply.field.base }).click({ position: { x: 170, y: 100 } });
    await form.getByText(/已标位置/).waitFor();
    await form.getByLabel(zh.team.category.water, { exact: true }).check();
    await form.getByLabel(saying(zh.apply.selfLevelOf, { category: zh.team.category.water })).selectOption('1');
    const boats = form.getByRole('group', { name: saying(zh.apply.equipment.line, { n: 1 }) });
    await boats.getByLabel(zh.apply.equipment.kind).fill('冲锋舟');
    await boats.getByLabel(zh.apply.equipment.count, { exact: true }).fill('4');
    await form.getByLabel(zh.apply.field.rangeKm).fill('80');
    await form.getByLabel(zh.apply.field.responseMinutes).fill('30');
    // A reload keeps all of it but the password.
    await page.reload();
    expect(await form.getByLabel(zh.apply.field.baseText).inputValue()).toBe('贡江镇渡江大道 8 号');
    await form.getByLabel(zh.apply.field.username).fill('lantian');
    await form.getByLabel(zh.apply.field.password, { exact: true }).fill(PASSWORD);
    await form.getByLabel(zh.apply.field.again).fill(PASSWORD);
    expects(page, /409/);
    await form.getByRole('button', { name: zh.apply.submit }).click();
    await form.getByText(zh.apply.failed.nameTaken).waitFor();
    await form.getByLabel(zh.apply.field.name).fill(NAME);
    await form.getByRole('button', { name: zh.apply.submit }).click();
    await page.getByRole('region', { name: zh.apply.standing }).getByText(zh.team.status.applied).waitFor();
    expect(theTeam()).toMatchObject({ status: 'applied', org: YUDU, equipment: [{ kind: '冲锋舟', count: 4 }] });
    expect(await breaches(page)).toEqual([]);
  });
});

describe('the authority', () => {
  it('finds the application first, never takes its own opinion for a level, and returns it with a reason at the field', async () => {
    const page = await open(duty, '/teams');
    await atRegister(page);
    const list = page.getByRole('region', { name: zh.team.title });
    await list.getByRole('listitem').first().getByText(NAME).waitFor();
    await page.keyboard.press('ArrowDown');
    const team = page.getByRole('article', { name: NAME });
    const water = team.getByRole('row').filter({ hasText: zh.team.category.water });
    await water.getByText(zh.team.uncertified).waitFor();
    await water.getByText(saying(zh.team.selfOnly, { level: zh.team.level[1] })).waitFor();
    await list
      .getByRole('button', { name: new RegExp(NAME) })
      .getByText(zh.team.uncertified)
      .waitFor();
    expect(await breaches(page)).toEqual([]);
    await team.getByRole('button', { name: zh.team.do.return }).click();
    const dialog = page.getByRole('dialog', { name: zh.team.do.return });
    await dialog.getByLabel(zh.team.field.equipment).fill('请写明救生衣数量');
    expect(await breaches(dialog)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await team.getByText('请写明救生衣数量').waitFor();
    await team.getByText(zh.team.status.returned).waitFor();
  });

  it('gets it back mended, and registers and certifies the team', async () => {
    const { token } = await app().signIn('lantian', PASSWORD);
    const phone = await open({ ...duty, token }, '/apply', PHONE);
    await phone.getByText('请写明救生衣数量').waitFor();
    const form = phone.getByRole('form', { name: zh.apply.title });
    await form.getByRole('button', { name: zh.apply.equipment.add }).click();
    const vests = form.getByRole('group', { name: saying(zh.apply.equipment.line, { n: 2 }) });
    await vests.getByLabel(zh.apply.equipment.kind).fill('救生衣');
    await vests.getByLabel(zh.apply.equipment.count, { exact: true }).fill('30');
    await form.getByLabel(zh.apply.field.leaderName).fill('王五');
    await form.getByLabel(zh.apply.field.leaderPhone).fill('13712345678');
    await form.getByRole('button', { name: zh.apply.again }).click();
    await phone.getByRole('region', { name: zh.apply.standing }).getByText(zh.team.status.applied).waitFor();

    const page = await open(duty, `/teams?team=${theTeam()?.id ?? ''}`);
    await atRegister(page);
    const team = page.getByRole('article', { name: NAME });
    await team.getByText('救生衣').waitFor();
    await team.getByRole('button', { name: zh.team.do.verify }).click();
    await team.getByText(zh.team.status.registered, { exact: true }).first().waitFor();
    await phone.getByText(zh.apply.next.registered).waitFor();
    await team.getByRole('row').filter({ hasText: zh.team.category.water }).getByRole('button', { name: zh.team.do.certify }).click();
    const certify = team.getByRole('form', { name: zh.team.do.certify });
    await certify.getByLabel(zh.team.field.certified).selectOption('2');
    await certify.getByLabel(zh.team.field.certificateNo).fill('GZ-0101');
    await certify.getByLabel(zh.team.field.validTo).fill('2099-12-31');
    await certify.getByRole('button', { name: zh.team.do.certify }).click();
    await team.getByRole('row').filter({ hasText: 'GZ-0101' }).getByText(zh.team.level[2], { exact: true }).waitFor();
  });

  it('filters the register, sees members masked, and suspends a team only with a reason', async () => {
    const page = await open(duty, '/teams');
    await atRegister(page);
    const list = page.getByRole('region', { name: zh.team.title });
    await page.keyboard.press('/');
    await page.keyboard.type('红会');
    await list.getByText(saying(zh.team.count, { count: 1 })).waitFor();
    await list.getByRole('button', { name: /红会水上队/ }).click();
    const team = page.getByRole('article', { name: '红会水上队' });
    await team.getByText('136****5678').waitFor();
    expect(await team.innerText()).not.toMatch(new RegExp([aMember.name, aMember.phone, aMember.idNo].join('|')));
    await team.getByRole('button', { name: zh.team.do.suspend }).click();
    await page.keyboard.press('Enter');
    expect(app().core.world.get('team', 'red-cross')?.status).toBe('registered');
    await page.keyboard.type('年检未过');
    await page.keyboard.press('Enter');
    await team.getByText(saying(zh.team.because, { reason: '年检未过' })).waitFor();
    await list.getByRole('button', { name: saying(`${zh.team.status.suspended} 1`) }).click();
    await list.getByText(saying(zh.team.count, { count: 1 })).waitFor();
    expect(await breaches(page)).toEqual([]);
  });
});
