import { describe, expect, it } from 'vitest';
import { formatAge, formatClock, formatTime } from './time.ts';

const now = Date.parse('2026-06-01T02:30:00+08:00');

describe('times', () => {
  it('a time of today is its hour and minute, by the city clock', () => {
    expect(formatTime('2026-05-31T16:05:00Z', 'zh-CN', now)).toBe('00:05');
  });

  it('a time before today carries its date, and its year when that is another', () => {
    expect(formatTime('2026-05-31T15:59:00Z', 'zh-CN', now)).toBe('05-31 23:59');
    expect(formatTime('2025-12-31T15:59:00Z', 'en', now)).toBe('2025-12-31 23:59');
  });

  it('the clock has seconds and midnight is 00', () => {
    expect(formatClock(Date.parse('2026-06-01T00:00:07+08:00'))).toBe('00:00:07');
  });

  it('an age is said in the largest units that matter', () => {
    expect(formatAge(40_900, 'zh-CN')).toBe('40 秒');
    expect(formatAge(3 * 60_000, 'en')).toBe('3 min');
    expect(formatAge(125 * 60_000, 'zh-CN')).toBe('2 小时 05 分');
    expect(formatAge(99 * 3_600_000, 'en')).toBe('4 d 3 h');
    expect(formatAge(-5_000, 'zh-CN')).toBe('0 秒');
  });
});
