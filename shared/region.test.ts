import { describe, expect, it } from 'vitest';
import { COUNTIES, NEIGHBOURS } from './ganzhou.ts';
import { Adcode, cityOf, currentAdcode, regionChain, regionLevel } from './region.ts';

describe('regions', () => {
  it('a chain runs from a place up to its city', () => {
    expect(regionChain('360731100201')).toEqual(['360731100201', '360731100', '360731', '360700']);
    expect(regionChain('360731')).toEqual(['360731', '360700']);
    expect(regionChain('360700')).toEqual(['360700']);
  });

  it('the length of a code is its level, and a city ends in 00', () => {
    expect(['360700', '360731', '360731100', '360731100201'].map(regionLevel)).toEqual(['city', 'county', 'township', 'village']);
    expect(cityOf('360731100201')).toBe('360700');
  });

  it('an old code leads to the one in force, with what lies below it', () => {
    expect(['360721', '360727101', '360782100200'].map(currentAdcode)).toEqual(['360704', '360783101', '360703100200']);
    expect(currentAdcode('360731')).toBe('360731');
  });

  it('Ganzhou has 18 counties and eight neighbours, all of them in force', () => {
    expect([COUNTIES.length, NEIGHBOURS.length]).toEqual([18, 8]);
    for (const [code] of COUNTIES) expect([currentAdcode(code), cityOf(code), regionLevel(code)]).toEqual([code, '360700', 'county']);
    for (const [code] of NEIGHBOURS) expect(regionLevel(code)).toBe('city');
    expect(new Set([...COUNTIES, ...NEIGHBOURS].map(([code]) => code)).size).toBe(26);
  });

  it('every county lies within the city', () => {
    for (const [, , , lng, lat] of COUNTIES) {
      expect(lng > 113.9 && lng < 116.7).toBe(true);
      expect(lat > 24.4 && lat < 27.2).toBe(true);
    }
  });

  it('a code has 6, 9 or 12 digits', () => {
    for (const good of ['360700', '360731100', '360731100201']) expect(Adcode.safeParse(good).success).toBe(true);
    for (const bad of ['36070', '3607311', '36073110020', 'x60700', '360700\n', '']) expect(Adcode.safeParse(bad).success).toBe(false);
  });
});
