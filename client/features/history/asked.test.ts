import { describe, expect, it } from 'vitest';
import { ANYTHING, askedOf, paramsOf, queryOf } from './asked.ts';

describe('what the archive is asked', () => {
  it('survives in the address', () => {
    const asked = { ...ANYTHING, q: '山洪 于都', from: '2026-06-01T00:00', type: 'N01', area: '1,2;3,4;5,6' };
    expect(askedOf(new URLSearchParams(paramsOf(asked).toString()))).toEqual(asked);
    expect(paramsOf(ANYTHING).toString()).toBe('');
  });

  it('tells times as instants of the city’s clock, and drills apart', () => {
    const query = new URLSearchParams(queryOf({ ...ANYTHING, from: '2026-06-01T00:00' }, true));
    expect(Object.fromEntries(query)).toEqual({ from: '2026-05-31T16:00:00.000Z', exercise: 'true' });
  });
});
