import { beforeAll, expect, it } from 'vitest';
import { aWarning } from '#test/support/alert-cases.ts';
import { GONGJIANG, YUDU } from '#test/support/seats.ts';
import type { TestUser } from '#test/support/test-app.ts';
import { zh as say } from '#client/features/village/text-zh.ts';
import { leapingClock } from '#test/support/driven-clock.ts';
import { breaches } from './axe.ts';
import { stage } from './browser.ts';
import { isLive } from './desk.ts';
import { saying, zh } from './words.ts';

const clock = leapingClock();
const { app, open, expects } = stage(() => ({ ports: { clock } }));
let duty: TestUser;
let leader: TestUser;
let township: TestUser;

beforeAll(async () => {
  [duty, leader, township] = await Promise.all([
    app().addUser('county-duty', YUDU, 'he'),
    app().addUser('county-leader', YUDU, 'lv'),
    app().addUser('township-duty', GONGJIANG, 'shi'),
  ]);
});

it('an orange alert is drafted, approved by somebody else with the password, issued, and answered by a township', async () => {
  const [desk, above, below] = await Promise.all([open(duty, '/alerts'), open(leader, '/alerts'), open(township)]);
  await Promise.all([desk, above, below].map(isLive));
  await desk.getByRole('button', { name: zh.alert.new, disabled: false }).waitFor();
  await desk.keyboard.press('n');
  const form = desk.getByRole('dialog', { name: zh.alert.new });
  await form.getByLabel(zh.alert.colour.orange).check();
  await form.getByLabel(zh.alert.field.issuerName, { exact: true }).fill('于都县水利局');
  await form.getByRole('textbox', { name: zh.alert.field.cautions, exact: true }).fill('沿河村组注意山洪');
  expect(await breaches(form)).toEqual([]);

  // What is half typed is there again after a reload.
  await desk.reload();
  await isLive(desk);
  await desk.getByRole('button', { name: zh.alert.new, disabled: false }).waitFor();
  await desk.keyboard.press('n');
  expect(await form.getByRole('textbox', { name: zh.alert.field.cautions, exact: true }).inputValue()).toBe('沿河村组注意山洪');
  await form.getByRole('button', { name: zh.alert.do.addLaw }).click();
  await desk.keyboard.press('Control+Enter');
  await form.waitFor({ state: 'detached' });
  const draft = above.getByRole('article', { name: /山洪橙色预警/ });
  await draft.getByText(saying(zh.alert.missing, { fields: zh.alert.field.startAt })).waitFor();
  expect(await draft.getByRole('button', { name: zh.alert.do.approve }).isDisabled()).toBe(true);

  const article = desk.getByRole('article', { name: /山洪橙色预警/ });
  await article.getByRole('button', { name: zh.alert.do.edit }).click();
  const edit = desk.getByRole('dialog', { name: zh.alert.do.edit });
  await edit.getByLabel(zh.alert.field.startAt).fill('2099-06-01T02:00');
  await desk.keyboard.press('Control+Enter');
  await edit.waitFor({ state: 'detached' });
  expect(await breaches(desk)).toEqual([]);

  // The sign-in was long ago: the password once more.
  await clock.advance(20 * 60_000);
  await draft.getByText(saying(zh.alert.waits, { revision: 2 })).waitFor();
  await draft.getByRole('button', { name: zh.alert.do.approve }).click();
  const confirm = above.getByRole('dialog', { name: zh.alert.confirm.title });
  expects(above, /401/);
  await confirm.getByLabel(zh.alert.field.password, { exact: true }).fill('not the password');
  await confirm.getByRole('button', { name: zh.alert.confirm.go }).click();
  await confirm.getByText(zh.alert.confirm.wrong).waitFor();
  await confirm.getByLabel(zh.alert.field.password, { exact: true }).fill(leader.password);
  expect(await breaches(confirm)).toEqual([]);
  await confirm.getByRole('button', { name: zh.alert.confirm.go }).click();
  await draft.getByText(saying(zh.alert.approvedBy, { name: 'lv' })).waitFor();

  await article.getByRole('button', { name: zh.alert.do.issue, exact: true }).click();
  await below.getByRole('button', { name: saying(zh.alert.waiting, { count: 1 }) }).click();
  const waiting = below.getByRole('article', { name: /山洪橙色预警/ });
  await waiting.getByText('沿河村组注意山洪').waitFor();
  expect(await breaches(waiting)).toEqual([]);
  const board = article.getByRole('region', { name: zh.alert.answering.title });
  await board.getByText(zh.alert.callout.read).waitFor();
  await waiting.getByRole('button', { name: zh.alert.do.answer }).click();
  await board.getByText(zh.alert.callout.answered, { exact: true }).waitFor();
  expect(await breaches(desk)).toEqual([]);
});

it('nobody answers: the board says to whom it climbed, and an answer by telephone is recorded with the post', async () => {
  const { exercise: _e, ...content } = aWarning({ cautions: '铁山垅镇注意山洪' });
  const made = await app().order(duty, 'alert.draft', content);
  if (!made.ok) throw new Error(made.message);
  const alertId = made.refs['alert'] ?? '';
  expect(await app().order(leader, 'alert.approve', { alertId, revision: 1 })).toMatchObject({ ok: true });
  expect(await app().order(duty, 'alert.issue', { alertId, revision: 1 })).toMatchObject({ ok: true });
  await clock.advance(11 * 60_000);
  const desk = await open(duty, `/alerts?alert=${alertId}`);
  await isLive(desk);
  const board = desk.getByRole('region', { name: zh.alert.answering.title });
  await board.getByText(saying(zh.alert.answering.climbed)).waitFor();
  await board.getByRole('button', { name: zh.alert.do.phoneNone }).click();
  await board
    .getByRole('cell')
    .getByText(saying(`${zh.alert.channel.phone} ${zh.alert.outcome['no-answer']}`))
    .waitFor();
  await board.getByRole('button', { name: zh.alert.do.phoneAnswered }).click();
  await board.getByLabel(zh.alert.answering.post).fill('镇值班主任');
  await desk.keyboard.press('Enter');
  await board.getByText(/镇值班主任/).waitFor();
  await board.getByText(zh.alert.callout.answered, { exact: true }).waitFor();
});

it('a village answers on its phone, without a signal as well', async () => {
  const reporter = await app().addUser('village-reporter', undefined, 'village');
  const made = await app().order(duty, 'alert.draft', aWarning({ colour: 'blue', cautions: '山前村注意塌方' }));
  if (!made.ok) throw new Error(made.message);
  const alertId = made.refs['alert'] ?? '';
  expect(await app().order(leader, 'alert.approve', { alertId, revision: 1 })).toMatchObject({ ok: true });
  expect(await app().order(duty, 'alert.issue', { alertId, revision: 1 })).toMatchObject({ ok: true });
  const phone = await open(reporter, '/village', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  expects(phone, /ERR_INTERNET_DISCONNECTED/);
  const card = phone.getByRole('region', { name: /山洪 蓝色预警/ });
  await card.getByText('山前村注意塌方').waitFor();
  expect(await breaches(phone)).toEqual([]);
  await phone.context().setOffline(true);
  await card.getByRole('button', { name: say['alert.answer'] }).tap();
  await card.getByText(say['alert.waiting']).waitFor();
  await phone.context().setOffline(false);
  await card.waitFor({ state: 'detached' });
  const desk = await open(duty, `/alerts?alert=${alertId}`);
  await desk
    .getByRole('region', { name: zh.alert.answering.title })
    .getByRole('row')
    .filter({ hasText: 'village' })
    .getByText(zh.alert.callout.answered, { exact: true })
    .waitFor();
});
