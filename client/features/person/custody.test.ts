import { expect, it } from 'vitest';
import { cityLeader } from '#test/support/seats.ts';
import { compareCustody, custodyOf } from './custody.ts';

const NOW = '2026-06-10T00:00:00.000Z';
const closed = { status: 'closed', closedAt: '2026-06-01T00:00:00.000Z' } as const;
const hold = (until: string) => ({ hold: { until, assessment: '事故调查', at: NOW, by: cityLeader.actor } });

it('counts thirty days from closing, and nothing while it is open', () => {
  expect(custodyOf({ status: 'open' }, NOW)).toEqual({ state: 'open' });
  expect(custodyOf(closed, NOW)).toEqual({ state: 'kept', until: '2026-07-01T00:00:00.000Z' });
});

it('a hold counts while it is longer; one that has ended or is shorter does not', () => {
  expect(custodyOf({ ...closed, personal: hold('2026-09-01T00:00:00.000Z') }, NOW)).toMatchObject({ state: 'held', until: '2026-09-01T00:00:00.000Z' });
  expect(custodyOf({ ...closed, personal: hold('2026-06-20T00:00:00.000Z') }, NOW)).toMatchObject({ state: 'kept' });
  expect(custodyOf({ status: 'open', personal: hold('2026-06-20T00:00:00.000Z') }, NOW)).toMatchObject({ state: 'held' });
  expect(custodyOf({ status: 'open', personal: hold('2026-06-09T00:00:00.000Z') }, NOW)).toEqual({ state: 'open' });
  expect(custodyOf({ ...closed, personal: { ...hold('2026-09-01T00:00:00.000Z'), purgedAt: NOW } }, NOW)).toEqual({ state: 'purged', at: NOW });
});

it('what is destroyed next comes first, what is destroyed last', () => {
  const all = [
    { state: 'purged', at: NOW },
    { state: 'open' },
    { state: 'kept', until: '2026-07-02' },
    { state: 'held', until: '2026-06-30', assessment: '' },
    { state: 'kept', until: '2026-07-01' },
  ] as const;
  expect([...all].sort(compareCustody).map((one) => `${one.state} ${'until' in one ? one.until : ''}`.trim())).toEqual([
    'kept 2026-07-01',
    'kept 2026-07-02',
    'held 2026-06-30',
    'open',
    'purged',
  ]);
});
