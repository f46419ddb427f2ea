import { SOURCE_CHANNELS, type Place, type Source } from '#shared/incident/orders.ts';
import type { Account } from '#shared/incident/record.ts';
import type { LngLat } from '#shared/geo.ts';
import type { Build } from './edit.ts';
import { LOSSES, PEOPLE, shownFigure, typedFigures } from './figures.ts';
import { COUNTY_ACCURACY_M, sourceOf } from './log-draft.ts';
import { countyOf, parsePlace, placeWords } from './parse-place.ts';
import { parseTypedTime } from './parse-time.ts';

/** How each field of the record is typed: its value as text, and what typed text sets. Pure. */

export const plainText = (path: string, value: unknown): Record<string, string> => ({
  [path]: typeof value === 'string' || typeof value === 'number' ? String(value) : '',
});

export const buildTitle: Build = ({ title = '' }) => (title.trim() === '' ? { set: {} } : { set: { title: title.trim() } });

export const buildClass: Build = ({ typeCode = '' }) => (typeCode === '' ? { set: {} } : { set: { typeCode } });

export const buildAccount =
  (field: keyof Account): Build =>
  (typed) => {
    const text = typed[`account.${field}`];
    return { set: text === undefined ? {} : { account: { [field]: text.trim() } } };
  };

/** Month and day too: a shift ends at eight, and what is corrected is often of yesterday. */
export function timeText(path: string, value: unknown, offsetMinutes = 480): Record<string, string> {
  if (typeof value !== 'string') return { [path]: '' };
  const local = new Date(Date.parse(value) + offsetMinutes * 60_000).toISOString();
  return { [path]: `${local.slice(5, 10)} ${local.slice(11, 16)}` };
}

export const buildTime =
  (path: 'occurredAt' | 'discoveredAt' | 'receivedAt', nowMs: () => number): Build =>
  (typed) => {
    const time = parseTypedTime(typed[path] ?? '', nowMs());
    if (time.kind === 'unreadable') return { wrong: [path] };
    return { set: time.kind === 'instant' ? { [path]: time.iso } : {} };
  };

/** A place is typed as words: its position stays unless coordinates or another county are typed. */
export function placeFrom(typed: string, before: Place, regionOf: (at: LngLat) => string | undefined): Place {
  const { county, adcode, at } = parsePlace(typed);
  const text = placeWords(typed);
  if (at) return { adcode: adcode ?? regionOf(at) ?? county?.adcode ?? before.adcode, text, ...at };
  const region = adcode ?? county?.adcode;
  const seat = region === undefined ? undefined : countyOf(region)?.seat;
  if (region === undefined || !seat || before.adcode.startsWith(region.slice(0, 6))) return { ...before, ...(adcode === undefined ? {} : { adcode }), text };
  return { adcode: region, text, ...seat, accuracyM: COUNTY_ACCURACY_M };
}

export const placeText = (_path: string, value: unknown): Record<string, string> => ({ place: isPlace(value) ? value.text : '' });

export const buildPlace =
  (before: Place, regionOf: (at: LngLat) => string | undefined): Build =>
  ({ place = '' }) =>
    place.trim() === '' ? { set: {} } : { set: { place: placeFrom(place, before, regionOf) } };

export function sourceParts(_path: string, value: unknown): Record<string, string> {
  const { channel = '', unit = '', post = '' } = (value ?? {}) as Partial<Source>;
  return { 'source.channel': channel, 'source.unit': unit, 'source.post': post };
}

export const buildSource: Build = (typed) => {
  const channel = SOURCE_CHANNELS.find((one) => one === typed['source.channel']) ?? '';
  const source = sourceOf({ channel, unit: typed['source.unit'] ?? '', post: typed['source.post'] ?? '' });
  return { set: source ? { source } : {} };
};

/** Figures of people and of losses, typed beside each other. */
export const figureText = (path: string, value: unknown): Record<string, string> => ({
  [path]: typeof value === 'number' ? String(shownFigure(path.slice(path.indexOf('.') + 1), value)) : '',
});

export const buildFigures: Build = (typed) => {
  const people = typedFigures(PEOPLE, under('casualties', typed));
  const losses = typedFigures(LOSSES, under('losses', typed));
  const wrong = [...people.wrong.map((figure) => `casualties.${figure}`), ...losses.wrong.map((figure) => `losses.${figure}`)];
  if (wrong.length > 0) return { wrong };
  return {
    set: {
      ...part('casualties', { ...takenBack('casualties', typed), ...people.values }),
      ...part('losses', { ...takenBack('losses', typed), ...losses.values }),
    },
  };
};

/** A figure that was there and is emptied is one that nobody has said; only what was changed is given here. */
const takenBack = (name: string, typed: Readonly<Record<string, string>>): Record<string, null> =>
  Object.fromEntries(Object.entries(under(name, typed)).flatMap(([figure, text]) => (text.trim() === '' ? [[figure, null]] : [])));

const under = (name: string, typed: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(typed).flatMap(([path, text]) => (path.startsWith(`${name}.`) ? [[path.slice(name.length + 1), text]] : [])));

const part = (name: string, values: object): Record<string, object> => (Object.keys(values).length > 0 ? { [name]: values } : {});

const isPlace = (value: unknown): value is Place => typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string';
