import type { Payload } from '#shared/catalogue.ts';
import type { Place } from '#shared/incident/orders.ts';
import { YUDU } from './seats.ts';

export const placeIn = (adcode: string, over: Partial<Place> = {}): Place => ({ adcode, text: '贡江镇渡江大道', lng: 115.41, lat: 25.95, ...over });

/** What a duty officer types first: little, and enough. */
export const aFlood = (over: Partial<Payload<'incident.log'>> = {}): Payload<'incident.log'> => ({
  title: '梅江水位上涨',
  typeCode: 'N01.1',
  place: placeIn(YUDU),
  ...over,
});

export const aCordon = { shape: 'cordon', coordinates: [[115.41, 25.95]], radiusM: 500, label: '泄漏点', sign: 'warning' } satisfies Payload<'sketch.draw'>;

export const aRoute = {
  shape: 'route',
  coordinates: [
    [115.41, 25.95],
    [115.42, 25.96],
  ],
  label: '绕行线路',
  sign: 'passable',
} satisfies Payload<'sketch.draw'>;
