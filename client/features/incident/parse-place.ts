import type { LngLat } from '#shared/geo.ts';
import { COUNTIES } from '#shared/ganzhou.ts';

export interface CountyChoice {
  adcode: string;
  zh: string;
  en: string;
  seat: LngLat;
}

/** Initials by which a county is typed: 于都 is `yd`. */
const INITIALS: Record<string, string> = {
  '360702': 'zg',
  '360703': 'nk',
  '360704': 'gx',
  '360722': 'xf',
  '360723': 'dy',
  '360724': 'sy',
  '360725': 'cy',
  '360726': 'ay',
  '360728': 'dn',
  '360729': 'qn',
  '360730': 'nd',
  '360731': 'yd',
  '360732': 'xg',
  '360733': 'hc',
  '360734': 'xw',
  '360735': 'sc',
  '360781': 'rj',
  '360783': 'ln',
};

export const COUNTY_CHOICES: readonly CountyChoice[] = COUNTIES.map(([adcode, zh, en, lng, lat]) => ({ adcode, zh, en, seat: { lng, lat } }));

export const countyOf = (adcode: string): CountyChoice | undefined => COUNTY_CHOICES.find((county) => county.adcode === adcode.slice(0, 6));

/** `于都县` is also called `于都`; `赣县区` keeps its 县, as people say it. */
const shortName = ({ zh }: CountyChoice): string => zh.slice(0, -1);

/** The counties that the word being typed may mean: by name, pinyin, initials or code. */
export function suggestCounties(text: string): CountyChoice[] {
  const word = lastWord(text);
  if (word === '') return [];
  return COUNTY_CHOICES.filter(
    (county) =>
      county.zh.startsWith(word) ||
      county.en.toLowerCase().startsWith(word) ||
      INITIALS[county.adcode]?.startsWith(word) ||
      (word.length >= 4 && county.adcode.startsWith(word)),
  );
}

/** What was typed, with its last word replaced by the county that was picked. */
export function withCounty(text: string, county: CountyChoice): string {
  return text.slice(0, text.length - text.trimStart().length) + text.trim().split(/\s+/).slice(0, -1).concat(county.zh).join(' ');
}

export interface TypedPlace {
  county?: CountyChoice;
  /** A code that was typed, of here or of a neighbour. */
  adcode?: string;
  at?: LngLat;
}

const COORDINATES = /(?<![\d.])(-?\d{1,3}\.\d+)\s*[,，\s]\s*(-?\d{1,3}\.\d+)(?![\d.])/;
const CODE = /(?<![\d.])(\d{12}|\d{9}|\d{6})(?![\d.])/;

/** What a typed place says by itself: a county named in it, its code, or `115.41,25.95`. */
export function parsePlace(text: string): TypedPlace {
  const at = coordinates(text);
  const county = COUNTY_CHOICES.find((choice) => text.includes(shortName(choice)) || new RegExp(`\\b${choice.en}\\b`, 'i').test(text));
  const [adcode] = CODE.exec(text) ?? [];
  return { ...(county ? { county } : {}), ...(adcode === undefined ? {} : { adcode }), ...(at ? { at } : {}) };
}

/** A typed place without what only a machine reads in it. */
export const placeWords = (text: string): string => text.replace(COORDINATES, ' ').replace(CODE, ' ').replace(/\s+/g, ' ').trim();

/** Longitude first, as maps of GIS say it; the other way round when only that can be in China. */
function coordinates(text: string): LngLat | undefined {
  const [, first, second] = COORDINATES.exec(text) ?? [];
  if (first === undefined || second === undefined) return undefined;
  const [a, b] = [Number(first), Number(second)];
  const [lng, lat] = a < 60 && b > 60 ? [b, a] : [a, b];
  return Math.abs(lng) <= 180 && Math.abs(lat) <= 90 ? { lng, lat } : undefined;
}

function lastWord(text: string): string {
  return /\s$/.test(text) ? '' : (text.trim().split(/\s+/).at(-1) ?? '').toLowerCase();
}
