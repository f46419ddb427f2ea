import { COUNTIES } from '#shared/ganzhou.ts';
import type { LngLat } from '#shared/geo.ts';

export interface Centre extends LngLat {
  zh: string;
  en: string;
}

const CENTRES = new Map<string, Centre>(COUNTIES.map(([adcode, zh, en, lng, lat]) => [adcode, { zh, en, lng, lat }]));

const CITY: Centre = { zh: '赣州市', en: 'Ganzhou', lng: 114.939, lat: 25.851 };

/** The seat of the county that an organisation is in: where something is put when nothing nearer is known. */
export const centreOf = (org: string): Centre => CENTRES.get(org.slice(0, 6)) ?? CITY;
