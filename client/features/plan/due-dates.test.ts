import { expect, it } from 'vitest';
import { given, idOf, past } from '#test/support/given.ts';
import { aPlan } from '#test/support/plans.ts';
import { CITY, seatAt, SYSTEM_SEAT } from '#test/support/seats.ts';
import { dueDatesOf } from './due-dates.ts';

const planId = idOf(1);
const founded = past(SYSTEM_SEAT, 'plan.found', { planId, key: 'flood', owner: CITY, content: aPlan(), on: '2023-06-01' });
const drill = past(
  seatAt('planner'),
  'plan.schedule',
  { planId, purpose: 'drill', rrule: 'FREQ=YEARLY', anchor: '2026-03-01T09:00', zone: 'Asia/Shanghai' },
  { id: idOf(2) },
);
const { world } = given(founded, drill);
const plan = world.get('plan', planId);
if (!plan) throw new Error('it was founded');

it('what is overdue comes first; a day is kept until its end', () => {
  const at = (now: string) => dueDatesOf(plan, world.all('schedule'), now).map(({ what, day, overdue }) => `${what} ${day} ${overdue}`);
  expect(at('2026-06-01T02:00:00.000Z')).toEqual(['review 2026-06-01 false', 'drill 2027-03-01 false']);
  expect(at('2026-06-01T16:00:00.000Z')).toEqual(['review 2026-06-01 true', 'drill 2027-03-01 false']);
  expect(dueDatesOf({ ...plan, status: 'abolished' }, world.all('schedule'), '2026-06-01T02:00:00.000Z')).toEqual([]);
});

it('a filing is due until it was sent, then its receipt until it came; copies are owed no receipt', () => {
  const slip = { n: 1, no: 1, body: 'government', due: '2026-10-26' } as const;
  const of = (slips: (typeof plan)['slips']) => dueDatesOf({ ...plan, slips }, [], '2026-10-01T00:00:00.000Z').map(({ what, day }) => `${what} ${day}`);
  expect(of([slip, { ...slip, n: 2, cc: true }])).toEqual(['filing 2026-10-26']);
  expect(of([{ ...slip, sentAt: '2026-10-01T00:00:00.000Z', receiptDue: '2026-10-12' }])).toEqual(['receipt 2026-10-12']);
  expect(of([{ ...slip, sentAt: '…', receiptDue: '2026-10-12', receivedAt: '…' }])).toEqual([]);
});
