import { describe, expect, it } from 'vitest';
import { drivenClock } from '#test/support/driven-clock.ts';
import { openOrderRate } from './order-rate.ts';

describe('the rate of orders', () => {
  it('a burst of four seconds passes, one more is refused, and each actor is counted apart', () => {
    const rate = openOrderRate(5, drivenClock());
    expect(Array.from({ length: 20 }, () => rate.take('a')).filter(Boolean)).toEqual([]);
    expect(rate.take('a')).toMatchObject({ ok: false, code: 'too-many-orders' });
    expect(rate.take('b')).toBeNull();
  });

  it('what was used comes back with time, up to the burst', async () => {
    const clock = drivenClock();
    const rate = openOrderRate(5, clock);
    for (let i = 0; i < 20; i += 1) rate.take('a');
    await clock.advance(400);
    expect([rate.take('a'), rate.take('a'), rate.take('a')?.code]).toEqual([null, null, 'too-many-orders']);
    await clock.advance(3_600_000);
    expect(Array.from({ length: 21 }, () => rate.take('a')).filter(Boolean)).toHaveLength(1);
  });

  it('refusals use nothing up: a flood does not lock itself out', async () => {
    const clock = drivenClock();
    const rate = openOrderRate(5, clock);
    for (let i = 0; i < 1000; i += 1) rate.take('a');
    await clock.advance(200);
    expect(rate.take('a')).toBeNull();
  });
});
