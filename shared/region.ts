import { z } from 'zod';

/** Chinese administrative code: 6 digits a city or county, 9 a township, 12 a village. */
export const Adcode = z.string().regex(/^(\d{6}|\d{9}|\d{12})$/, 'An administrative code has 6, 9 or 12 digits.');

/** Codes still found in files, and what they are today (counties that became districts or cities). */
const RENAMED: Readonly<Record<string, string>> = { '360721': '360704', '360727': '360783', '360782': '360703' };

/** The code in force today: `360721101` (赣县) becomes `360704101` (赣县区). */
export function currentAdcode(adcode: string): string {
  return (RENAMED[adcode.slice(0, 6)] ?? adcode.slice(0, 6)) + adcode.slice(6);
}

/** The city that a code belongs to: `360731101` → `360700`. */
export function cityOf(adcode: string): string {
  return `${adcode.slice(0, 4)}00`;
}

/** A region and everything above it up to its city, nearest first: village, township, county, city. */
export function regionChain(adcode: string): string[] {
  const chain: string[] = [];
  for (const length of [12, 9, 6]) if (adcode.length >= length) chain.push(adcode.slice(0, length));
  const city = cityOf(adcode);
  if (!chain.includes(city)) chain.push(city);
  return chain;
}

export type RegionLevel = 'city' | 'county' | 'township' | 'village';

export function regionLevel(adcode: string): RegionLevel {
  if (adcode.length === 12) return 'village';
  if (adcode.length === 9) return 'township';
  return adcode.endsWith('00') ? 'city' : 'county';
}
