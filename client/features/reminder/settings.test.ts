import { describe, expect, it } from 'vitest';
import { DEFAULTS, isHeard, isQuiet } from './settings.ts';

const at = (clock: string): number => Date.parse(`2026-06-01T${clock}:00+08:00`);
const reminder = { kind: 'new', red: false, exercise: false } as const;

describe('quiet hours', () => {
  it.each([
    ['21:59', false],
    ['22:00', true],
    ['23:59', true],
    ['00:00', true],
    ['06:59', true],
    ['07:00', false],
    ['12:00', false],
  ])('over midnight, at %s: %s', (clock, quiet) => expect(isQuiet(DEFAULTS, at(clock))).toBe(quiet));

  it('within a day, and none at all', () => {
    const noon = { quiet: true, quietFrom: '12:00', quietTo: '14:00' };
    expect([isQuiet(noon, at('13:00')), isQuiet(noon, at('14:00')), isQuiet({ ...noon, quietTo: '12:00' }, at('12:00'))]).toEqual([true, false, false]);
    expect(isQuiet({ ...DEFAULTS, quiet: false }, at('23:00'))).toBe(false);
  });
});

describe('a reminder is heard', () => {
  const night = at('03:00');

  it('by day, unless its kind was switched off', () => {
    expect([isHeard(reminder, DEFAULTS, at('12:00')), isHeard(reminder, { ...DEFAULTS, off: ['new'] }, at('12:00'))]).toEqual([true, false]);
  });

  it('by night only if it is red, or a report is late; then whatever was switched off', () => {
    const strict = { ...DEFAULTS, off: ['new' as const, 'over' as const] };
    expect(isHeard(reminder, DEFAULTS, night)).toBe(false);
    expect(isHeard({ ...reminder, kind: 'near' }, DEFAULTS, night)).toBe(false);
    expect(isHeard({ ...reminder, red: true }, strict, night)).toBe(true);
    expect(isHeard({ ...reminder, kind: 'over' }, strict, night)).toBe(true);
  });

  it('a red one of a drill wakes nobody', () => {
    expect([
      isHeard({ ...reminder, red: true, exercise: true }, DEFAULTS, night),
      isHeard({ ...reminder, red: true, exercise: true }, DEFAULTS, at('12:00')),
    ]).toEqual([false, true]);
  });
});
