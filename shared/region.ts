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

/** The 18 counties of Ganzhou in the order officials list them. */
export const COUNTIES = [
  ['360702', '章贡区', 'Zhanggong', 114.939, 25.851],
  ['360703', '南康区', 'Nankang', 114.757, 25.662],
  ['360704', '赣县区', 'Ganxian', 115.018, 25.865],
  ['360722', '信丰县', 'Xinfeng', 114.931, 25.38],
  ['360723', '大余县', 'Dayu', 114.362, 25.396],
  ['360724', '上犹县', 'Shangyou', 114.541, 25.794],
  ['360725', '崇义县', 'Chongyi', 114.307, 25.688],
  ['360726', '安远县', 'Anyuan', 115.392, 25.135],
  ['360728', '定南县', 'Dingnan', 115.033, 24.774],
  ['360729', '全南县', 'Quannan', 114.532, 24.743],
  ['360730', '宁都县', 'Ningdu', 116.019, 26.472],
  ['360731', '于都县', 'Yudu', 115.411, 25.955],
  ['360732', '兴国县', 'Xingguo', 115.352, 26.33],
  ['360733', '会昌县', 'Huichang', 115.791, 25.599],
  ['360734', '寻乌县', 'Xunwu', 115.651, 24.954],
  ['360735', '石城县', 'Shicheng', 116.342, 26.327],
  ['360781', '瑞金市', 'Ruijin', 116.035, 25.875],
  ['360783', '龙南市', 'Longnan', 114.793, 24.905],
] as const;

/** The eight cities around Ganzhou, which are organisations of kind neighbour. */
export const NEIGHBOURS = [
  ['440200', '韶关市', 'Shaoguan'],
  ['441600', '河源市', 'Heyuan'],
  ['441400', '梅州市', 'Meizhou'],
  ['350800', '龙岩市', 'Longyan'],
  ['350400', '三明市', 'Sanming'],
  ['431000', '郴州市', 'Chenzhou'],
  ['360800', '吉安市', "Ji'an"],
  ['361000', '抚州市', 'Fuzhou (Jiangxi)'],
] as const;
