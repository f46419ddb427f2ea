import { expect, test } from 'vitest';
import { parseTypedTime } from './parse-time.ts';

/** 2026-06-01 02:40:30 in Ganzhou. */
const now = Date.parse('2026-06-01T02:40:30+08:00');
const read = (text: string): string => {
  const typed = parseTypedTime(text, now);
  return typed.kind === 'instant' ? typed.iso : typed.kind;
};
const local = (text: string): string => new Date(`${text}+08:00`).toISOString();

test.each([
  ['0210', '2026-06-01T02:10'],
  ['210', '2026-06-01T02:10'],
  ['02:10', '2026-06-01T02:10'],
  ['2：10', '2026-06-01T02:10'],
  [' 0240 ', '2026-06-01T02:40'],
  ['-15', '2026-06-01T02:25'],
  ['-0', '2026-06-01T02:40'],
  ['-1:30', '2026-06-01T01:10'],
  ['昨0210', '2026-05-31T02:10'],
  ['昨天 22:10', '2026-05-31T22:10'],
  ['5-31 23:05', '2026-05-31T23:05'],
  ['5月31日 2305', '2026-05-31T23:05'],
])('%s is %s', (typed, expected) => {
  expect(read(typed)).toBe(local(expected));
});

test('a time of day that has not come yet was yesterday', () => {
  expect(read('2350')).toBe(local('2026-05-31T23:50'));
});

test('a day that has not come yet was last year', () => {
  expect(read('12-31 23:05')).toBe(local('2025-12-31T23:05'));
});

test('nothing typed is no time', () => {
  expect(read('  ')).toBe('none');
});

test.each(['2510', '0260', '半夜', '2-30 10:00', '13-01 10:00', '12', '10:5', '-a'])('%s is not read as a time', (typed) => {
  expect(read(typed)).toBe('unreadable');
});
