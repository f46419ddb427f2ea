import type { LngLat } from '#shared/geo.ts';

export interface Centre extends LngLat {
  zh: string;
  en: string;
}

const of = (zh: string, en: string, lng: number, lat: number): Centre => ({ zh, en, lng, lat });

/** `COUNTIES` of shared/region.ts, which would bring zod to a page that must open at two bars. A test holds the two together. */
export const COUNTY_CENTRES: Readonly<Record<string, Centre>> = {
  '360702': of('章贡区', 'Zhanggong', 114.939, 25.851),
  '360703': of('南康区', 'Nankang', 114.757, 25.662),
  '360704': of('赣县区', 'Ganxian', 115.018, 25.865),
  '360722': of('信丰县', 'Xinfeng', 114.931, 25.38),
  '360723': of('大余县', 'Dayu', 114.362, 25.396),
  '360724': of('上犹县', 'Shangyou', 114.541, 25.794),
  '360725': of('崇义县', 'Chongyi', 114.307, 25.688),
  '360726': of('安远县', 'Anyuan', 115.392, 25.135),
  '360728': of('定南县', 'Dingnan', 115.033, 24.774),
  '360729': of('全南县', 'Quannan', 114.532, 24.743),
  '360730': of('宁都县', 'Ningdu', 116.019, 26.472),
  '360731': of('于都县', 'Yudu', 115.411, 25.955),
  '360732': of('兴国县', 'Xingguo', 115.352, 26.33),
  '360733': of('会昌县', 'Huichang', 115.791, 25.599),
  '360734': of('寻乌县', 'Xunwu', 115.651, 24.954),
  '360735': of('石城县', 'Shicheng', 116.342, 26.327),
  '360781': of('瑞金市', 'Ruijin', 116.035, 25.875),
  '360783': of('龙南市', 'Longnan', 114.793, 24.905),
};

const CITY = of('赣州市', 'Ganzhou', 114.939, 25.851);

export const centreOf = (org: string): Centre => COUNTY_CENTRES[org.slice(0, 6)] ?? CITY;
