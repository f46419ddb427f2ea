import { expect, it } from 'vitest';
import { aWarning, fresh } from '#test/support/alert-cases.ts';
import { given, idOf, NOW, past, type PastOrder } from '#test/support/given.ts';
import { CITY, GONGJIANG, ORGANISATIONS, seatAt, YUDU, yuduDuty, yuduLeader, ZHANGGONG } from '#test/support/seats.ts';
import { addMinutes } from '#shared/time.ts';
import { handoverItems } from './items.ts';

const there = ORGANISATIONS.map((doc) => ({ kind: 'organisation' as const, doc }));
const warning = aWarning({ startAt: addMinutes(NOW, 60), expectedEnd: addMinutes(NOW, 720) });
const alertId = idOf(1);
const history = [
  ...there,
  past(yuduDuty, 'alert.draft', warning, { id: alertId }),
  past(fresh(yuduLeader, NOW), 'alert.approve', { alertId, revision: 1 }, { id: idOf(2) }),
  past(yuduDuty, 'alert.issue', { alertId, revision: 1 }, { id: idOf(3) }),
];
const itemsAt = (org: string, ...more: readonly PastOrder[]) => handoverItems(given(...history, ...more).world, org).map(({ kind, status }) => [kind, status]);

it('an alert in force is handed over by whoever issued it, and one that nobody has answered by whoever was asked', () => {
  expect(itemsAt(YUDU)).toEqual([['alert', 'issued']]);
  expect(itemsAt(GONGJIANG)).toEqual([['callout', undefined]]);
  expect(itemsAt(ZHANGGONG)).toEqual([]);
  // The city was informed: it has nothing to answer.
  expect(itemsAt(CITY)).toEqual([]);
  expect(itemsAt(GONGJIANG, past(seatAt('township-duty'), 'alert.answer', { alertId }, { id: idOf(4) }))).toEqual([]);
  expect(itemsAt(YUDU, past(yuduLeader, 'alert.cancel', { alertId, reason: '降雨结束' }, { id: idOf(4) }))).toEqual([]);
});

it('a drill hands nothing over', () => {
  const drill = past(yuduDuty, 'alert.draft', { ...warning, exercise: true }, { id: alertId });
  expect(handoverItems(given(...there, drill).world, YUDU)).toEqual([]);
});
