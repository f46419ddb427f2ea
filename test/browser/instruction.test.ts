import { beforeAll, expect, it } from 'vitest';
import { aFlood, placeIn } from '#test/support/payloads.ts';
import { leapingClock } from '#test/support/driven-clock.ts';
import { GONGJIANG, YUDU } from '#test/support/seats.ts';
import type { TestUser } from '#test/support/test-app.ts';
import { breaches } from './axe.ts';
import { stage } from './browser.ts';
import { atDesk, openIncident, showPart } from './desk.ts';
import { saying, zh } from './words.ts';

const clock = leapingClock();
const { app, open } = stage(() => ({ ports: { clock } }));
const MINUTE = 60_000;
let [leader, duty, above]: TestUser[] = [];

beforeAll(async () => {
  [leader, duty, above] = await Promise.all([
    app().addUser('city-leader', undefined, 'hua'),
    app().addUser('county-duty', YUDU, 'jin'),
    app().addUser('county-leader', YUDU, 'wei'),
  ]);
});

it('is given by a leader, acknowledged, passed on and done, each at a screen of their own', async () => {
  if (!leader || !duty || !above) throw new Error('Nobody is there.');
  const township = await app().addUser('township-duty', GONGJIANG, 'tao');
  const title = '贡江镇内涝';
  expect(await app().order(duty, 'incident.log', aFlood({ title, typeCode: 'N01.3', place: placeIn(GONGJIANG) }))).toMatchObject({ ok: true });
  const [giver, taker, last] = await Promise.all([open(leader), open(duty), open(township)]);
  await Promise.all([giver, taker, last].map(atDesk));
  const text = '全力排涝，两小时内报告进展';

  const form = (await showPart(await openIncident(giver, title), zh.instruction.tab)).getByRole('form', { name: zh.instruction.give });
  await form.getByLabel(zh.instruction.text).fill(text);
  await form.getByLabel(zh.instruction.within).selectOption({ label: zh.instruction.hours.replace('{{count}}', '2') });
  await giver.keyboard.press('Control+Enter');
  await form.getByText(zh.common.orderState.recorded).waitFor();

  const taken = (await showPart(await openIncident(taker, title), zh.instruction.tab)).getByRole('article', { name: text });
  await taken.getByText(zh.instruction.status.given).first().waitFor();
  await taken.getByRole('button', { name: zh.instruction.do.acknowledge }).click();
  await taken.getByText(zh.instruction.status.acknowledged).first().waitFor();
  await taken.getByLabel(zh.instruction.passTo).selectOption(GONGJIANG);
  await taken.getByRole('button', { name: zh.instruction.do.pass }).click();
  expect(await breaches(taken)).toEqual([]);

  const passed = (await showPart(await openIncident(last, title), zh.instruction.tab)).getByRole('article', { name: text });
  await passed.getByRole('button', { name: zh.instruction.do.acknowledge }).click();
  await passed.getByLabel(zh.instruction.say.done).fill('积水已排干');
  await passed.getByRole('button', { name: zh.instruction.do.done }).click();
  await giver.getByRole('article', { name: text }).getByText('积水已排干').waitFor();
});

it('that nobody acknowledges climbs, and says so in words at both ends', async () => {
  if (!leader || !duty || !above) throw new Error('Nobody is there.');
  const title = '葛坳乡道路塌方';
  const made = await app().order(duty, 'incident.log', aFlood({ title, typeCode: 'N04.2' }));
  if (!made.ok) throw new Error(made.message);
  const text = '核清被困人数';
  expect(await app().order(leader, 'instruction.give', { incidentId: made.refs['incident'] ?? '', text, to: YUDU })).toMatchObject({ ok: true });
  const [giver, climbedTo] = await Promise.all([open(leader), open(above)]);
  await Promise.all([giver, climbedTo].map(atDesk));
  await clock.advance(16 * MINUTE);
  for (const page of [giver, climbedTo]) {
    const card = (await showPart(await openIncident(page, title), zh.instruction.tab)).getByRole('article', { name: text });
    await card.getByText(saying(zh.instruction.climbedLead)).waitFor();
    expect(await breaches(card)).toEqual([]);
  }
});
