import { describe, expect, it } from 'vitest';
import { LiveWorld } from '#shared/world.ts';
import { counterId, nextNumber } from './number.ts';

const counted = (id: string, n: number): LiveWorld => {
  const world = new LiveWorld();
  world.load('counter', { id, n, seq: 1, rev: n, readers: [] });
  return world;
};

describe('numbers of incidents', () => {
  it('count from 1 each day', () => {
    const day = '2026-06-01T02:00:00.000Z';
    expect(nextNumber(new LiveWorld(), day, false).number).toBe('GZ20260601-0001');
    const full = counted(counterId(day, false), 41);
    expect(nextNumber(full, day, false)).toEqual({ number: 'GZ20260601-0042', counter: { id: 'incident/20260601', n: 42 } });
    expect(nextNumber(full, '2026-06-02T02:00:00.000Z', false).number).toBe('GZ20260602-0001');
  });

  it('a drill does not use up a number of a real incident', () => {
    const day = '2026-06-01T02:00:00.000Z';
    expect(nextNumber(counted(counterId(day, true), 9), day, false).number).toBe('GZ20260601-0001');
    expect(nextNumber(counted(counterId(day, true), 9), day, true).number).toBe('YL20260601-0010');
  });

  it('the ten-thousandth of a day has one digit more and is no number twice', () => {
    const day = '2026-06-01T02:00:00.000Z';
    expect(nextNumber(counted(counterId(day, false), 9999), day, false).number).toBe('GZ20260601-10000');
  });
});
