import { describe, expect, it } from 'vitest';
import { changesIn } from './duty.ts';

describe('the changes of shift', () => {
  it('are at 08:00 and 20:00 of the city’s clock, across the end of a month, with the end of the last shift', () => {
    expect(changesIn('Asia/Shanghai', '2026-01-30T16:00:00.000Z', '2026-02-01T00:00:00.000Z')).toEqual([
      '2026-01-31T00:00:00.000Z',
      '2026-01-31T12:00:00.000Z',
      '2026-02-01T00:00:00.000Z',
      '2026-02-01T12:00:00.000Z',
    ]);
  });

  it('can follow another pattern', () => {
    expect(changesIn('Asia/Shanghai', '2026-03-01T00:00:00.000Z', '2026-03-02T00:00:00.000Z', 'FREQ=DAILY;BYHOUR=9;BYMINUTE=30;BYSECOND=0')).toEqual([
      '2026-03-01T01:30:00.000Z',
      '2026-03-02T01:30:00.000Z',
    ]);
  });
});
