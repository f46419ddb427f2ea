import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMinutes, dayOf, Instant, minutesBetween, normaliseInstant } from './time.ts';

const instants = fc.date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });

describe('instants', () => {
  it('need an offset: a time without one is nobody knows where', () => {
    for (const good of ['2026-06-01T02:10:00+08:00', '2026-06-01T02:10:00Z', '2026-06-01T02:10:00.123-03:30'])
      expect(Instant.safeParse(good).success).toBe(true);
    for (const bad of ['2026-06-01T02:10:00', '2026-06-01', '02:10', '2026-13-01T00:00:00Z', '2026-02-30T00:00:00Z', ''])
      expect(Instant.safeParse(bad).success).toBe(false);
  });

  it('equal instants are equal texts, and texts sort as instants do', () => {
    fc.assert(
      fc.property(instants, instants, fc.integer({ min: -14 * 60, max: 14 * 60 }), (a, b, offset) => {
        expect(normaliseInstant(withOffset(a, offset))).toBe(a.toISOString());
        expect(normaliseInstant(a.toISOString()) < normaliseInstant(b.toISOString())).toBe(a < b);
      }),
    );
  });

  it('what is added is what lies between', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -1_000_000, max: 1_000_000 }), (from, minutes) => {
        expect(minutesBetween(from.toISOString(), addMinutes(from.toISOString(), minutes))).toBe(minutes);
      }),
    );
  });

  it('a day begins at midnight in China', () => {
    expect(dayOf('2026-05-31T15:59:59.999Z')).toBe('20260531');
    expect(dayOf('2026-05-31T16:00:00.000Z')).toBe('20260601');
    expect(dayOf('2026-05-31T16:00:00.000Z', 0)).toBe('20260531');
  });
});

function withOffset(date: Date, minutes: number): string {
  const local = new Date(date.getTime() + minutes * 60_000).toISOString().slice(0, -1);
  const pad = (n: number): string => String(n).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${local}${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}
