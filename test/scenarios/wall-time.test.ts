import { expect, test } from 'vitest';
import { anchorFor, instantOf, spokenTimes, minutesOf } from './wall-time.ts';

const at = (text: string): Date => new Date(text);

test('a scenario that is over by now is played as of today', () => {
  expect(anchorFor(at('2026-06-01T10:00:00+08:00'), '09:00')).toEqual(at('2026-06-01T00:00:00+08:00'));
});

test('a scenario that would end in the future is played as of the day before', () => {
  expect(anchorFor(at('2026-06-01T08:59:00+08:00'), '09:00')).toEqual(at('2026-05-31T00:00:00+08:00'));
  expect(anchorFor(at('2026-06-01T10:00:00+08:00'), '+1 13:05')).toEqual(at('2026-05-30T00:00:00+08:00'));
});

test('the local day decides, not the day of UTC', () => {
  expect(anchorFor(at('2026-06-01T23:30:00Z'), '06:00')).toEqual(at('2026-06-01T16:00:00Z'));
});

test('a wall time is an instant of the anchor, or so long before now', () => {
  const anchor = at('2026-06-01T00:00:00+08:00');
  const now = at('2026-06-01T12:00:00+08:00');
  expect(instantOf('02:18', anchor, now)).toBe('2026-05-31T18:18:00.000Z');
  expect(instantOf('+1 00:30', anchor, now)).toBe('2026-06-01T16:30:00.000Z');
  expect(instantOf('-12min', anchor, now)).toBe('2026-06-01T03:48:00.000Z');
});

test('what is no wall time is not guessed at', () => {
  expect(() => minutesOf('2:18')).toThrow('is not a wall time');
});

test('the times that a text names move with the scenario’s day', () => {
  const text = '2时10分许受灾，预计持续3小时，至18时；30分钟内到场。';
  expect(spokenTimes(text, at('2026-06-01T00:00:00+08:00'))).toBe(text);
  expect(spokenTimes(text, at('2026-06-01T07:50:00+08:00'))).toBe('10时00分许受灾，预计持续3小时，至1时50分；30分钟内到场。');
});
