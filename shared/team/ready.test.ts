import { describe, expect, it } from 'vitest';
import type { Team } from './state.ts';
import { readyAt } from './ready.ts';

/** A Saturday; 22:10 by the city's clock. */
const SATURDAY = '2026-06-06T14:10:00.000Z';
const WEEKENDS = { rule: 'FREQ=WEEKLY;BYDAY=SA,SU', anchor: '2026-05-30T20:00', minutes: 600 };
const at = (over: Partial<Team['availability']>, now = SATURDAY, holiday = false) =>
  readyAt({ availability: { onDuty: true, weekly: [], daysOff: [], ...over } }, now, holiday);

describe('a team is on duty', () => {
  it('by its switch alone when it has no pattern', () => {
    expect(at({})).toEqual({ ready: true, by: 'switch' });
    expect(at({ onDuty: false, weekly: [WEEKENDS] })).toEqual({ ready: false, by: 'switch' });
  });

  it('within the windows of its pattern, told by the city’s clock, past midnight too', () => {
    expect(at({ weekly: [WEEKENDS] })).toEqual({ ready: true, by: 'pattern', until: '2026-06-06T22:00:00.000Z' });
    expect(at({ weekly: [WEEKENDS] }, '2026-06-06T21:59:00.000Z').ready).toBe(true);
    expect(at({ weekly: [WEEKENDS] }, '2026-06-06T22:00:00.000Z')).toEqual({ ready: false, by: 'pattern' });
    expect(at({ weekly: [WEEKENDS] }, '2026-06-09T14:10:00.000Z')).toEqual({ ready: false, by: 'pattern' });
  });

  it('not on days off, and on holidays as it says', () => {
    expect(at({ daysOff: [{ from: '2026-06-05', to: '2026-06-06' }] })).toEqual({ ready: false, by: 'day-off', until: '2026-06-06T16:00:00.000Z' });
    expect(at({ daysOff: [{ from: '2026-06-05', to: '2026-06-06' }] }, '2026-06-06T16:00:00.000Z').ready).toBe(true);
    expect(at({ weekly: [WEEKENDS] }, '2026-06-09T14:10:30.500Z', true)).toEqual({ ready: false, by: 'pattern' });
    expect(at({ onHolidays: 'ready', weekly: [WEEKENDS] }, '2026-06-09T14:10:30.500Z', true)).toEqual({
      ready: true,
      by: 'holiday',
      until: '2026-06-09T16:00:00.000Z',
    });
    expect(at({ onHolidays: 'off' }, SATURDAY, true).ready).toBe(false);
    expect(at({ onHolidays: 'off' }).ready).toBe(true);
  });

  it('or not, by a word for this moment, which goes before all else and passes by itself', () => {
    const until = '2026-06-06T15:00:00.000Z';
    expect(at({ onDuty: false, override: { ready: true, until } })).toEqual({ ready: true, by: 'now', until });
    expect(at({ override: { ready: false, until } }).ready).toBe(false);
    expect(at({ override: { ready: false, until } }, until)).toEqual({ ready: true, by: 'switch' });
  });
});
