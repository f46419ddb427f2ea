import type { Payload } from '#shared/catalogue.ts';
import { RequestDispatch } from '#shared/dispatch/orders.ts';
import type { LngLat } from '#shared/geo.ts';
import type { Incident } from '#shared/incident/state.ts';
import type { Category } from '#shared/team/category.ts';
import { addMinutes } from '#shared/time.ts';

/** A need as it is typed: texts, so that nothing is lost that is not right yet. */
export interface NeedDraft {
  category: Category;
  minLevel: string;
  teamsNeeded: string;
  people: string;
  at: LngLat;
  place: string;
  /** Minutes from now until which a team may accept. */
  minutes: string;
  hazards: string;
  post: string;
  phone: string;
  text: string;
  /** Empty for a zone without a code. */
  code: string;
  /** Named by the officer; none, the best ranked are asked. */
  teamIds: readonly string[];
  askAtOnce: string;
  override: string;
  /** The order by which it was given, until it is known what became of it. */
  orderId?: string;
}

const WATER = /^(N01|N02|A06)/;
const COLLAPSE = /^(N03|N04|A01|A03|A08)/;
const MOUNTAIN = /^(N06|A07)/;

/** What an incident of this class asks for most often; the officer says otherwise with one key. */
export function likelyCategory(typeCode: string): Category {
  if (WATER.test(typeCode)) return 'water';
  if (COLLAPSE.test(typeCode)) return 'collapse';
  return MOUNTAIN.test(typeCode) ? 'mountain' : 'medical';
}

export const emptyNeed = ({ typeCode, place }: Pick<Incident, 'typeCode' | 'place'>, minutes: number, code: string): NeedDraft => ({
  category: likelyCategory(typeCode),
  minLevel: '',
  teamsNeeded: '1',
  people: '',
  at: { lng: place.lng, lat: place.lat },
  place: place.text,
  minutes: String(minutes),
  hazards: '',
  post: '',
  phone: '',
  text: '',
  code,
  teamIds: [],
  askAtOnce: '',
  override: '',
});

/** Six digits by chance: whoever tells them has been at the zone's sign. */
export function newCode(): string {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  return String(number % 1_000_000).padStart(6, '0');
}

export const NEED_FIELDS = [
  'minLevel',
  'teamsNeeded',
  'people',
  'place',
  'minutes',
  'hazards',
  'post',
  'phone',
  'text',
  'code',
  'askAtOnce',
  'override',
] as const;
export type NeedField = (typeof NEED_FIELDS)[number];

/** By which field the officer mends what the contract finds wrong. */
const FIELD_OF: Readonly<Record<string, NeedField>> = {
  'capability.minLevel': 'minLevel',
  teamsNeeded: 'teamsNeeded',
  people: 'people',
  'staging.text': 'place',
  acceptBy: 'minutes',
  hazards: 'hazards',
  'contact.post': 'post',
  'contact.phone': 'phone',
  text: 'text',
  checkInCode: 'code',
  askAtOnce: 'askAtOnce',
  overrideReason: 'override',
};

export type Read = { payload: Payload<'dispatch.request'>; faults: readonly [] } | { payload?: never; faults: readonly NeedField[] };

/** The order that a draft means, or the fields that keep it from being one. The contract itself judges. */
export function readNeed(draft: NeedDraft, incidentId: string, now: string): Read {
  const { category, minLevel, at, post, phone, teamIds } = draft;
  const minutes = numberIn(draft.minutes);
  const payload = {
    incidentId,
    capability: { category, ...given('minLevel', minLevel === '' ? undefined : Number(minLevel)) },
    teamsNeeded: numberIn(draft.teamsNeeded),
    ...given('people', optional(draft.people)),
    staging: { ...at, text: draft.place },
    acceptBy: Number.isInteger(minutes) && minutes > 0 && minutes <= MOST_MINUTES ? addMinutes(now, minutes) : '',
    ...(teamIds.length > 0 ? { teamIds } : given('askAtOnce', optional(draft.askAtOnce))),
    ...given('hazards', draft.hazards.trim() || undefined),
    ...(post.trim() || phone.trim() ? { contact: { post, ...given('phone', phone.trim() || undefined) } } : {}),
    ...given('text', draft.text.trim() || undefined),
    ...given('checkInCode', draft.code || undefined),
    ...given('overrideReason', draft.override.trim() || undefined),
  };
  const parsed = RequestDispatch.safeParse(payload);
  if (parsed.success) return { payload: parsed.data, faults: [] };
  const faults = parsed.error.issues.map(({ path }) => FIELD_OF[path.join('.')]).filter((field) => field !== undefined);
  return { faults: [...new Set(faults)] };
}

const MOST_MINUTES = 7 * 24 * 60;

/** NaN for what is no whole number: the contract refuses it. */
const numberIn = (text: string): number => (/^\d+$/.test(text.trim()) ? Number(text) : Number.NaN);

const optional = (text: string): number | undefined => (text.trim() === '' ? undefined : numberIn(text));

const given = <K extends string, V>(key: K, value: V | undefined) => (value === undefined ? {} : { [key]: value });
