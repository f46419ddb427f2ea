import type { TFunction } from 'i18next';
import type { Language } from '#client/i18n/index.ts';
import { formatTime } from '#client/ui/time.ts';
import { areaM2, isRound, lengthM } from '#shared/sketch/geometry.ts';
import type { Sketch } from '#shared/sketch/state.ts';
import type { Said } from './sketch-painter.ts';

const KM = 1_000;

/** `850 m`, `12.4 km`: three digits say enough. */
export const lengthText = (metres: number): string => (metres < KM ? `${Math.round(metres)} m` : `${trimmed(metres / KM)} km`);

export const areaText = (m2: number): string => (m2 < KM * 100 ? `${Math.round(m2)} m²` : `${trimmed(m2 / (KM * KM))} km²`);

const trimmed = (value: number): string => (value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3));

/** How large it is, as far as its shape has a size. */
export function sizeText({ shape, coordinates, radiusM = 0 }: Pick<Sketch, 'shape' | 'coordinates'> & { radiusM?: number | undefined }, t: TFunction): string {
  if (isRound(shape)) return t('sketch.radius', { size: lengthText(radiusM) });
  if (shape === 'route') return lengthText(lengthM(coordinates));
  return shape === 'area' ? areaText(areaM2(coordinates)) : '';
}

export const isLapsed = ({ until }: Pick<Sketch, 'until'>, now: number): boolean => until !== undefined && Date.parse(until) <= now;

/** What stands on the map: the sign's word always, so that no colour says anything alone. */
export function saidOf(sketch: Sketch, t: TFunction, now: number): Said {
  const lapsed = isLapsed(sketch, now);
  const words = [t(`sketch.sign.${sketch.sign}`), sketch.label, isRound(sketch.shape) ? sizeText(sketch, t) : '', lapsed ? t('sketch.lapsed') : ''];
  return { label: words.filter(Boolean).join(' · '), glyph: t(`sketch.glyph.${sketch.sign}`), lapsed };
}

/** The same with its size, its author and its time, in one line. */
export function describedAs(sketch: Sketch, t: TFunction, language: Language, now: number): string {
  const { at, by, changedAt, changedBy, until } = sketch;
  const words = [
    t(`sketch.sign.${sketch.sign}`),
    sketch.label,
    sizeText(sketch, t),
    `${(changedBy ?? by).name} ${formatTime(changedAt ?? at, language, now)}`,
    until === undefined ? '' : t(isLapsed(sketch, now) ? 'sketch.lapsedAt' : 'sketch.untilAt', { time: formatTime(until, language, now) }),
  ];
  return words.filter(Boolean).join(' · ');
}
