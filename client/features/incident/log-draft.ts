import type { LngLat } from '#shared/geo.ts';
import type { Casualties, Place, Source } from '#shared/incident/orders.ts';
import type { Payload } from '#shared/catalogue.ts';
import { cityOf } from '#shared/region.ts';
import { countyOf, parsePlace, placeWords } from './parse-place.ts';
import { parseTypedTime } from './parse-time.ts';

export const FIGURES = ['dead', 'missing', 'seriousInjured', 'minorInjured', 'trapped', 'evacuated'] as const;
export type Figure = (typeof FIGURES)[number];
export type Channel = Source['channel'];

/** A record as it is being typed: text, not yet values. */
export interface LogDraft {
  /** When the drawer was opened: the call came in then, whenever the order gets through. */
  openedAt: string;
  title: string;
  place: string;
  /** Where the map was clicked, and the county there. */
  picked: { at: LngLat; adcode?: string } | null;
  typeCode: string;
  occurred: string;
  channel: Channel | '';
  unit: string;
  figures: Partial<Record<Figure, string>>;
  text: string;
}

export const emptyDraft = (openedAt: string): LogDraft => ({
  openedAt,
  title: '',
  place: '',
  picked: null,
  typeCode: '',
  occurred: '',
  channel: '',
  unit: '',
  figures: {},
  text: '',
});

export function isEmptyDraft({ title, place, picked, typeCode, occurred, unit, figures, text }: LogDraft): boolean {
  return [title, place, typeCode, occurred, unit, text, ...Object.values(figures)].every((typed) => typed.trim() === '') && picked === null;
}

export type Missing = 'title' | 'place' | 'typeCode' | 'occurred' | Figure;

interface Surroundings {
  exercise: boolean;
  /** The viewer's own organisation: a county's officer mostly logs what is in the county. */
  org: string;
  nowMs: number;
  regionOf: (at: LngLat) => string | undefined;
}

/** The seat of a county stands for a place of which only the county is known. */
const COUNTY_ACCURACY_M = 20_000;

/** Where it is, from what was clicked and typed: a click wins over typed coordinates, those over the county's seat. Nothing said, the title may name a county. */
export function placeOf(draft: Pick<LogDraft, 'title' | 'place' | 'picked'>, { org, regionOf }: Pick<Surroundings, 'org' | 'regionOf'>): Place | undefined {
  const named = parsePlace(draft.title).county;
  const typed = { ...(named ? { county: named } : {}), ...parsePlace(draft.place) };
  const at = draft.picked?.at ?? typed.at;
  const own = /^\d+$/.test(org) && org !== cityOf(org) ? org : undefined;
  const adcode =
    draft.picked?.adcode ??
    (draft.picked ? undefined : typed.adcode) ??
    (at && regionOf(at)) ??
    typed.county?.adcode ??
    typed.adcode ??
    (draft.place.trim() ? own : undefined);
  const seat = adcode === undefined ? undefined : countyOf(adcode)?.seat;
  const position = at ?? seat;
  if (adcode === undefined || !position) return undefined;
  const text = placeWords(draft.place) || (countyOf(adcode)?.zh ?? '');
  return { adcode, text, ...position, ...(at ? {} : { accuracyM: COUNTY_ACCURACY_M }) };
}

/** The order that a draft makes, or what is missing or can't be read in it. */
export function orderOf(draft: LogDraft, around: Surroundings): { payload: Payload<'incident.log'> } | { missing: Missing[] } {
  const place = placeOf(draft, around);
  const occurred = parseTypedTime(draft.occurred, around.nowMs);
  const casualties = casualtiesOf(draft.figures);
  const missing: Missing[] = [
    ...(draft.title.trim() ? [] : (['title'] as const)),
    ...(place ? [] : (['place'] as const)),
    ...(draft.typeCode ? [] : (['typeCode'] as const)),
  ];
  if (occurred.kind === 'unreadable') missing.push('occurred');
  missing.push(...casualties.wrong);
  if (!place || missing.length > 0) return { missing };
  const unit = draft.unit.trim();
  const channel = draft.channel || (unit ? 'other' : undefined);
  const payload: Payload<'incident.log'> = {
    title: draft.title.trim(),
    typeCode: draft.typeCode,
    place,
    receivedAt: draft.openedAt,
    exercise: around.exercise,
    ...(draft.text.trim() ? { text: draft.text.trim() } : {}),
    ...(occurred.kind === 'instant' ? { occurredAt: occurred.iso } : {}),
    ...(channel ? { source: { channel, ...(unit ? { unit } : {}) } } : {}),
    ...(Object.keys(casualties.values).length > 0 ? { casualties: casualties.values } : {}),
  };
  return { payload };
}

/** What was typed for figures: an empty field is a figure that nobody gave, not 0. */
export function casualtiesOf(figures: LogDraft['figures']): { values: Casualties; wrong: Figure[] } {
  const values: Casualties = {};
  const wrong: Figure[] = [];
  for (const figure of FIGURES) {
    const typed = (figures[figure] ?? '').trim();
    if (typed === '') continue;
    if (/^\d{1,6}$/.test(typed)) values[figure] = Number(typed);
    else wrong.push(figure);
  }
  return { values, wrong };
}
