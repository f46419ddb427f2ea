import { afterEach, describe, expect, it } from 'vitest';
import { nextAfter, occurrencesIn, RecurrenceError, type Recurrence } from './recurrence.ts';

const DUTY: Recurrence = { rule: 'FREQ=DAILY;BYHOUR=8,20;BYMINUTE=0;BYSECOND=0', anchor: '2026-06-01T08:00', zone: 'Asia/Shanghai' };
const machineZone = process.env['TZ'];

afterEach(() => {
  if (machineZone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = machineZone;
});

describe.each(['UTC', 'Asia/Shanghai', 'America/New_York'])('a recurrence on a machine in %s', (zone) => {
  it('is told in the wall-clock time of its own zone', () => {
    process.env['TZ'] = zone;
    const monday: Recurrence = { rule: 'FREQ=WEEKLY;BYDAY=MO', anchor: '2026-06-01T07:00', zone: 'Asia/Shanghai' };
    expect(nextAfter(monday, '2026-06-02T00:00:00.000Z')).toBe('2026-06-07T23:00:00.000Z');
  });

  it('changes duty at 08:00 and 20:00', () => {
    process.env['TZ'] = zone;
    expect(occurrencesIn(DUTY, '2026-06-01T16:00:00.000Z', '2026-06-02T16:00:00.000Z')).toEqual(['2026-06-02T00:00:00.000Z', '2026-06-02T12:00:00.000Z']);
  });
});

describe('a recurrence', () => {
  it('leaves out the beginning of a window and takes in its end, so that windows that meet miss nothing and repeat nothing', () => {
    const [at = ''] = occurrencesIn(DUTY, '2026-06-01T16:00:00.000Z', '2026-06-02T01:00:00.000Z');
    expect(occurrencesIn(DUTY, at, '2026-06-02T01:00:00.000Z')).toEqual([]);
    expect(occurrencesIn(DUTY, '2026-06-01T16:00:00.000Z', at)).toEqual([at]);
  });

  it('comes once where a clock change makes an hour twice, and once where it skips one', () => {
    const nightly: Recurrence = { rule: 'FREQ=DAILY', anchor: '2026-03-01T02:30', zone: 'Europe/Berlin' };
    expect(occurrencesIn(nightly, '2026-03-28T12:00:00.000Z', '2026-03-29T12:00:00.000Z')).toEqual(['2026-03-29T01:30:00.000Z']);
    expect(occurrencesIn(nightly, '2026-10-24T12:00:00.000Z', '2026-10-25T12:00:00.000Z')).toEqual(['2026-10-25T00:30:00.000Z']);
  });

  it('ends with its rule', () => {
    expect(nextAfter({ ...DUTY, rule: 'FREQ=DAILY;UNTIL=20260602T080000Z' }, '2026-06-02T00:00:00.000Z')).toBeNull();
  });

  it('is refused a zone or a start inside the rule, a start that is no time, and a rule that is none', () => {
    expect(() => nextAfter({ ...DUTY, rule: 'DTSTART;TZID=Asia/Shanghai:20260601T080000\nRRULE:FREQ=DAILY' }, '2026-06-01T00:00:00.000Z')).toThrow(
      RecurrenceError,
    );
    expect(() => nextAfter({ ...DUTY, anchor: 'tomorrow' }, '2026-06-01T00:00:00.000Z')).toThrow('tomorrow');
    expect(() => nextAfter({ ...DUTY, rule: 'FREQ=NEVER' }, '2026-06-01T00:00:00.000Z')).toThrow(RecurrenceError);
  });
});
