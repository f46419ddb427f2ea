import { describe, expect, it } from 'vitest';
import { skewOf } from './clock.ts';

const PHONE = Date.parse('2026-06-01T18:00:00.000Z');

describe("the phone's clock", () => {
  it('is corrected by the server when it is wrong by more than a minute', () => {
    expect(skewOf('Mon, 01 Jun 2026 16:00:00 GMT', PHONE)).toBe(-7_200_000);
    expect(skewOf('Mon, 01 Jun 2026 18:01:30 GMT', PHONE)).toBe(90_000);
  });

  it('is left alone when it is as good as right', () => {
    expect(skewOf('Mon, 01 Jun 2026 18:00:20 GMT', PHONE)).toBe(0);
  });

  it('is not judged by an answer without a time', () => {
    expect(skewOf(null, PHONE)).toBeUndefined();
    expect(skewOf('soon', PHONE)).toBeUndefined();
  });
});
