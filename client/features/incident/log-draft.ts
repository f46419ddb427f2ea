import type { LngLat } from '#shared/geo.ts';
import type { Place, Source } from '#shared/incident/orders.ts';
import type { Account } from '#shared/incident/record.ts';
import type { Payload } from '#shared/catalogue.ts';
import { cityOf } from '#shared/region.ts';
import { LOSSES, PEOPLE, typedFigures, type Loss, type Person } from './figures.ts';
import { countyOf, parsePlace, placeWords } from './parse-place.ts';
import { parseTypedTime } from './parse-time.ts';

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
  discovered: string;
  channel: Channel | '';
  unit: string;
  post: string;
  figures: Partial<Record<Person, string>>;
  losses: Partial<Record<Loss, string>>;
  account: Partial<Record<keyof Account, string>>;
  text: string;
  /** 越级: straight to the city. */
  skip: boolean;
}

export const emptyDraft = (openedAt: string): LogDraft => ({
  openedAt,
  title: '',
  place: '',
  picked: null,
  typeCode: '',
  occurred: '',
  discovered: '',
  channel: '',
  unit: '',
  post: '',
  figures: {},
  losses: {},
  account: {},
  text: '',
  skip: false,
});

export function isEmptyDraft({ openedAt: _openedAt, channel: _channel, skip: _skip, picked, figures, losses, account, ...texts }: LogDraft): boolean {
  const typed = [...Object.values(texts), ...[figures, losses, account].flatMap((part) => Object.values(part))];
  return picked === null && typed.every((text) => text.trim() === '');
}

export type Missing = 'title' | 'place' | 'typeCode' | 'occurred' | 'discovered' | 'phone' | Person | Loss;

interface Surroundings {
  exercise: boolean;
  /** The viewer's own organisation: a county's officer mostly logs what is in the county. */
  org: string;
  nowMs: number;
  regionOf: (at: LngLat) => string | undefined;
}

/** The seat of a county stands for a place of which only the county is known. */
export const COUNTY_ACCURACY_M = 20_000;

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
  const discovered = parseTypedTime(draft.discovered, around.nowMs);
  const casualties = typedFigures(PEOPLE, draft.figures);
  const losses = typedFigures(LOSSES, draft.losses);
  const missing: Missing[] = [
    ...(draft.title.trim() ? [] : (['title'] as const)),
    ...(place ? [] : (['place'] as const)),
    ...(draft.typeCode ? [] : (['typeCode'] as const)),
  ];
  if (occurred.kind === 'unreadable') missing.push('occurred');
  if (discovered.kind === 'unreadable') missing.push('discovered');
  missing.push(...casualties.wrong, ...losses.wrong);
  if (!place || missing.length > 0) return { missing };
  const source = sourceOf(draft);
  const account = accountOf(draft.account);
  const payload: Payload<'incident.log'> = {
    title: draft.title.trim(),
    typeCode: draft.typeCode,
    place,
    receivedAt: draft.openedAt,
    exercise: around.exercise,
    ...(draft.skip ? { skipTo: 'city' as const } : {}),
    ...(draft.text.trim() ? { text: draft.text.trim() } : {}),
    ...(occurred.kind === 'instant' ? { occurredAt: occurred.iso } : {}),
    ...(discovered.kind === 'instant' ? { discoveredAt: discovered.iso } : {}),
    ...(source ? { source } : {}),
    ...given('casualties', casualties.values),
    ...given('losses', losses.values),
    ...given('account', account),
  };
  return { payload };
}

/** Who told us; somebody who names a unit and no way came by another. */
export function sourceOf({ channel, unit, post }: Pick<LogDraft, 'channel' | 'unit' | 'post'>): Source | undefined {
  const said = { ...(unit.trim() ? { unit: unit.trim() } : {}), ...(post.trim() ? { post: post.trim() } : {}) };
  if (channel !== '') return { channel, ...said };
  return Object.keys(said).length > 0 ? { channel: 'other', ...said } : undefined;
}

function accountOf(typed: LogDraft['account']): Account {
  return Object.fromEntries(Object.entries(typed).flatMap(([field, text]) => (text.trim() ? [[field, text.trim()]] : [])));
}

/** A part of which nothing was given is absent. */
const given = <K extends string, V extends object>(field: K, part: V): { [P in K]?: V } =>
  Object.keys(part).length > 0 ? ({ [field]: part } as { [P in K]: V }) : {};
