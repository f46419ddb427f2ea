import { describe, expect, it } from 'vitest';
import { centreOf } from './county-centres.ts';

describe('county centres', () => {
  it('a village and a township have the centre of their county', () => {
    expect(centreOf('360731101201').zh).toBe('于都县');
    expect(centreOf('360781105').zh).toBe('瑞金市');
  });

  it('a place that is in no county known here has the centre of the city', () => {
    expect(centreOf('360799101').zh).toBe('赣州市');
  });
});
