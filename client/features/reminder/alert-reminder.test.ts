import { expect, it } from 'vitest';
import type { Callout } from '#shared/alert/callout.ts';
import { addMinutes } from '#shared/time.ts';
import { idOf, NOW } from '#test/support/given.ts';
import { GONGJIANG, seatAt, YUDU, yuduDuty, yuduLeader } from '#test/support/seats.ts';
import { reminderOfCallout } from './alert-reminder.ts';

const township = seatAt('township-duty').actor;
const asked = (over: Partial<Callout> = {}): Callout => ({
  id: `${idOf(1)}.${GONGJIANG}`,
  alertId: idOf(1),
  number: 'YJ20260601-001',
  org: GONGJIANG,
  name: '贡江镇',
  role: 'answer',
  colour: 'yellow',
  exercise: false,
  version: 1,
  askedAt: NOW,
  status: 'asked',
  attempts: [],
  climbs: [],
  readers: [],
  seq: 1,
  rev: 1,
  ...over,
});
const said = (callout: Callout, viewer = township, since = NOW) => reminderOfCallout(callout, viewer, since, '山洪');

it('whoever is asked is told, in red when the alert is orange or red, and nobody else', () => {
  expect(said(asked())).toMatchObject({ kind: 'callout', red: false, title: '山洪', path: `/alerts?alert=${idOf(1)}` });
  expect(said(asked({ colour: 'orange' }))).toMatchObject({ red: true });
  for (const viewer of [yuduDuty.actor, yuduLeader.actor]) expect(said(asked(), viewer)).toBeUndefined();
  expect(said(asked({ role: 'notice' }))).toBeUndefined();
});

it('what has climbed is told in red to whom it has climbed, and a correction is told anew', () => {
  const climbed = asked({ climbs: [{ at: addMinutes(NOW, 30), rung: 3, to: `org:${YUDU}` }] });
  expect(said(climbed, yuduDuty.actor)).toMatchObject({ red: true });
  expect(said(climbed)).toBeUndefined();
  expect(said(asked({ version: 2 }))?.id).not.toBe(said(asked())?.id);
});

it('what was answered, is over, or was so before one sat down is no news', () => {
  expect(said(asked({ answered: { at: NOW, by: township, how: 'screen' } }))).toBeUndefined();
  expect(said(asked({ closed: { at: NOW, why: 'cancelled' } }))).toBeUndefined();
  expect(said(asked(), township, addMinutes(NOW, 1))).toBeUndefined();
});
