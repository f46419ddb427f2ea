import { describe, expect, it } from 'vitest';
import { anchoredAt, dueAfter, firstDue, preview } from './cycle.ts';
import { CYCLE, isGap } from './rule.ts';
import { sayCycle } from './say-cycle.ts';
import { endOfDay } from './zone.ts';

const zone = 'Asia/Shanghai';
const days = (rule: string, anchor: string, count = 4) =>
  preview({ rule, anchor, zone }, count).map((at) => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10));

describe('a greatest gap', () => {
  it('is counted from its anchor, and begins again on the day of each completion', () => {
    expect(firstDue({ rule: 'FREQ=YEARLY;INTERVAL=3', anchor: '2026-09-21T09:00', zone })).toBe('2029-09-21T01:00:00.000Z');
    expect(anchoredAt({ rule: 'FREQ=YEARLY', anchor: '2026-03-15T09:00', zone }, '2027-02-28T17:30:00.000Z').anchor).toBe('2027-03-01T09:00');
  });

  it('of months keeps to the end of a month that is too short, of years to 28 February', () => {
    expect(days('FREQ=MONTHLY', '2026-08-31T09:00')).toEqual(['2026-09-30', '2026-10-30', '2026-11-30', '2026-12-30']);
    expect(days('FREQ=MONTHLY;INTERVAL=6', '2026-08-31T09:00', 1)).toEqual(['2027-02-28']);
    expect(days('FREQ=YEARLY', '2024-02-29T09:00', 1)).toEqual(['2025-02-28']);
    expect(days('FREQ=YEARLY;INTERVAL=4', '2024-02-29T09:00', 2)).toEqual(['2028-02-29', '2032-02-29']);
    expect(days('FREQ=YEARLY;INTERVAL=3', '2024-01-31T09:00', 1)).toEqual(['2027-01-31']);
  });

  it('never loses more than the days a month lacks', () => {
    for (let day = 1; day <= 31; day += 1) {
      const anchor = `2026-01-${String(day).padStart(2, '0')}T09:00`;
      const [due = ''] = days('FREQ=MONTHLY', anchor, 1);
      expect(due.slice(0, 7)).toBe('2026-02');
      expect(Number(due.slice(8))).toBe(Math.min(day, 28));
    }
  });
});

describe('a date of the calendar', () => {
  it('comes on its day, the anchor’s own day included', () => {
    expect(days('FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=15', '2026-03-15T09:00', 2)).toEqual(['2026-03-15', '2027-03-15']);
    expect(days('FREQ=MONTHLY;BYMONTHDAY=-1', '2026-01-01T09:00', 3)).toEqual(['2026-01-31', '2026-02-28', '2026-03-31']);
  });

  it('that never comes is no date, and is not looked for for ever', () => {
    const began = performance.now();
    expect(dueAfter({ rule: 'FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30', anchor: '2026-01-01T09:00', zone }, '2026-01-01T00:00:00.000Z')).toBeNull();
    expect(performance.now() - began).toBeLessThan(2000);
  });

  it('is over at the end of its day by its own zone', () => {
    expect(endOfDay('2026-09-21T01:00:00.000Z', zone)).toBe('2026-09-21T16:00:00.000Z');
    expect(endOfDay('2026-09-21T16:00:00.000Z', zone)).toBe('2026-09-22T16:00:00.000Z');
  });
});

describe('a cycle in words', () => {
  it.each([
    ['FREQ=YEARLY;INTERVAL=3', '至少每3年一次', 'at least once every 3 years'],
    ['FREQ=YEARLY', '至少每年一次', 'at least once every year'],
    ['FREQ=MONTHLY;INTERVAL=6', '至少每6个月一次', 'at least once every 6 months'],
    ['FREQ=DAILY;INTERVAL=5', '至少每5天一次', 'at least once every 5 days'],
    ['FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=15', '每年3月15日', 'every year on 15 March'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', '每1个月最后一日', 'every month on the last day'],
    ['FREQ=MONTHLY;INTERVAL=3;BYDAY=2MO', '每3个月第2个星期一', 'every 3 months on the second Monday'],
    ['FREQ=MONTHLY;BYDAY=-1FR;COUNT=4', '每1个月倒数第1个星期五，共4次', 'every month on the last Friday, 4 times'],
    ['FREQ=WEEKLY;BYDAY=MO,WE', '每周周一、周三', 'every week on Monday, Wednesday'],
    ['FREQ=YEARLY;BYMONTH=6;UNTIL=20300101T000000Z', '每年6月，至2030-01-01止', 'every year in June, until 2030-01-01'],
  ])('%s', (rule, zh, en) => {
    expect([sayCycle(rule, 'zh'), sayCycle(rule, 'en')]).toEqual([zh, en]);
  });

  it('what is no cycle has none', () => {
    for (const rule of [
      '',
      'FREQ=HOURLY',
      'FREQ=DAILY;TZID=Asia/Shanghai',
      'DTSTART:20260101\nFREQ=DAILY',
      'FREQ=DAILY;BYHOUR=9',
      'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
      'FREQ=YEARLY;INTERVAL=0',
    ]) {
      expect(CYCLE.test(rule)).toBe(false);
      expect(sayCycle(rule, 'en')).toBeUndefined();
    }
    expect([isGap('FREQ=YEARLY;INTERVAL=3'), isGap('FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=15')]).toEqual([true, false]);
  });
});
