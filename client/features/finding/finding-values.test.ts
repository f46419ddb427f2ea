import { expect, test } from 'vitest';
import { flood } from '#test/support/deadlines.ts';
import { findingsOf, orderOf } from './finding-values.ts';

test('what was found is ordered by what is new of it, with the instant of the city’s clock', () => {
  const incident = flood({ circumstances: { drinkingWater: true } });
  const found = findingsOf(incident);
  expect(orderOf(incident, found)).toBeNull();
  expect(orderOf(incident, { ...found, stableAt: '2026-06-01T19:30', alsoTypes: ['A11'], noticed: { ...found.noticed, firm: '2026-06-01T10:00' } })).toEqual({
    incidentId: 'flood',
    stableAt: '2026-06-01T11:30:00.000Z',
    alsoTypes: ['A11'],
    noticed: { firm: '2026-06-01T02:00:00.000Z' },
  });
});

test('a time that was recorded is shown as the city’s clock had it, and is not sent again', () => {
  const incident = flood({ circumstances: { stableAt: '2026-06-01T11:30:00.000Z' } });
  expect(findingsOf(incident).stableAt).toBe('2026-06-01T19:30');
  expect(orderOf(incident, { ...findingsOf(incident), stableAt: '' })).toBeNull();
});
