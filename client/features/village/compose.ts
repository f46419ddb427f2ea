import type { Payload } from '#shared/catalogue.ts';
import type { LngLat } from '#shared/geo.ts';
import type { Language } from '#client/i18n/index.ts';
import { centreOf } from './county-centres.ts';
import { PICTURED, typeCodeOf, UNPICTURED, type Kind } from './kinds.ts';
import { TEXTS } from './text.ts';

export interface Fix {
  lng: number;
  lat: number;
  accuracyM: number;
}

export type Risk = 'none' | 'some' | 'many' | 'trapped';

/** A report while it is being made. Its id and its time are those of the first tap. */
export interface Draft {
  id: string;
  at: string;
  kind: Kind;
  /** Of a township's officer: the village that it is for. */
  org?: string;
  /** `here` is where the phone was; `words` is a spot of the own village, told in words. */
  spot?: { how: 'here'; fix: Fix } | { how: 'words'; words: string; fix?: Fix };
  risk?: Risk;
  trapped?: number;
  missing?: number;
  text?: string;
}

export interface Reporter {
  org: string;
  /** Name of village and township, when they are known. */
  place: { zh: string; en: string } | null;
}

const TITLE_MAX = 120;
const WORDS_IN_TITLE = 30;
const PLACE_MAX = 200;
/** Somewhere in a village is not where the reporter stands, but near. */
const NEARBY_M = 5_000;
/** Somewhere in a county, seen from its centre. */
const COUNTY_M = 40_000;
const ACCURACY_MAX_M = 100_000;
const DEGREE_DIGITS = 6;
const METRES_PER_DEGREE = 111_320;

/** The order that a finished draft becomes. */
export function reportOf(draft: Draft, reporter: Reporter, language: Language): Payload<'incident.log'> {
  const { trapped, missing } = draft;
  const casualties = { ...(trapped ? { trapped } : {}), ...(missing ? { missing } : {}) };
  const text = draft.text?.trim();
  return {
    title: titleOf(draft, reporter, language),
    typeCode: typeCodeOf(draft.kind),
    place: placeOf(draft, reporter, language),
    discoveredAt: draft.at,
    receivedAt: draft.at,
    source: { channel: 'village', unit: placeName(reporter, language).slice(0, 100) },
    ...(text ? { text } : {}),
    ...(Object.keys(casualties).length > 0 ? { casualties } : {}),
  };
}

/** `岭背镇：山洪，多人受威胁`. */
export function titleOf(draft: Draft, reporter: Reporter, language: Language): string {
  const text = TEXTS[language];
  const words = wordsOf(draft);
  const where = words !== '' && words.length <= WORDS_IN_TITLE ? joined(placeName(reporter, language), words, language) : placeName(reporter, language);
  const colon = language === 'en' ? ': ' : '：';
  const comma = language === 'en' ? ', ' : '，';
  const risks = [riskWords(draft, language), draft.missing ? text['title.missing'].replace('{n}', String(draft.missing)) : ''].filter(Boolean);
  return `${where}${colon}${[text[`kind.${draft.kind}`], ...risks].join(comma)}`.slice(0, TITLE_MAX);
}

/** What people call the place; the county when nothing nearer has a name yet. */
export function placeName({ org, place }: Reporter, language: Language): string {
  const centre = centreOf(org);
  const county = language === 'en' ? centre.en : centre.zh;
  return (language === 'en' ? place?.en : place?.zh) || county;
}

function placeOf(draft: Draft, reporter: Reporter, language: Language): Payload<'incident.log'>['place'] {
  const text = joined(placeName(reporter, language), wordsOf(draft), language).slice(0, PLACE_MAX);
  return { adcode: reporter.org, text, ...pointOf(draft, reporter.org) };
}

function pointOf({ spot }: Draft, org: string): { lng: number; lat: number; accuracyM: number } {
  const centre = centreOf(org);
  if (spot?.how === 'here') return rounded(spot.fix);
  // A reporter who is away from home says nothing about where home is.
  if (spot?.fix && flatDistanceM(spot.fix, centre) <= COUNTY_M) return rounded({ ...spot.fix, accuracyM: Math.max(NEARBY_M, spot.fix.accuracyM) });
  return { lng: centre.lng, lat: centre.lat, accuracyM: COUNTY_M };
}

/** Good to a percent within a county. */
function flatDistanceM(a: LngLat, b: LngLat): number {
  return Math.hypot((a.lng - b.lng) * Math.cos((a.lat * Math.PI) / 180), a.lat - b.lat) * METRES_PER_DEGREE;
}

function rounded({ lng, lat, accuracyM }: Fix): Fix {
  return { lng: Number(lng.toFixed(DEGREE_DIGITS)), lat: Number(lat.toFixed(DEGREE_DIGITS)), accuracyM: Math.min(ACCURACY_MAX_M, Math.ceil(accuracyM)) };
}

const wordsOf = ({ spot }: Draft): string => (spot?.how === 'words' ? spot.words.trim() : '');

const joined = (place: string, words: string, language: Language): string =>
  words === '' ? place : language === 'en' ? `${place}, ${words}` : `${place}${words}`;

function riskWords({ risk, trapped }: Draft, language: Language): string {
  const text = TEXTS[language];
  if (risk === 'trapped' && trapped) return text['title.trappedN'].replace('{n}', String(trapped));
  return risk === undefined ? '' : text[`title.${risk}`];
}

/** A refused report to be changed: what it said, but who is at risk must be chosen again. A time that has not come is now. */
export function draftOf(report: Payload<'incident.log'>, reporter: Reporter, language: Language, now: string): Omit<Draft, 'id'> {
  const { place, casualties = {}, text, discoveredAt = now, typeCode } = report;
  const kind = [...PICTURED, ...UNPICTURED].find((one) => typeCodeOf(one) === typeCode) ?? 'words';
  const { lng, lat, accuracyM = COUNTY_M } = place;
  const name = placeName(reporter, language);
  const words = place.text.startsWith(name) ? place.text.slice(name.length).replace(/^, /, '') : place.text;
  const spot: Draft['spot'] = accuracyM < NEARBY_M && words === '' ? { how: 'here', fix: { lng, lat, accuracyM } } : { how: 'words', words };
  const { trapped, missing } = casualties;
  return {
    at: discoveredAt < now ? discoveredAt : now,
    kind,
    spot,
    ...(trapped ? { trapped } : {}),
    ...(missing ? { missing } : {}),
    ...(text === undefined ? {} : { text }),
  };
}
