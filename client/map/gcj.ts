import gcoord from 'gcoord';
import type { LngLat } from '#shared/geo.ts';

/**
 * Chinese map services draw in GCJ-02, some 300-600 m off WGS-84. Everything of ours is WGS-84,
 * so only what is drawn beneath is shifted, and no converted position is ever stored.
 */
export function toGcj({ lng, lat }: LngLat): LngLat {
  const [x, y] = gcoord.transform([lng, lat], gcoord.WGS84, gcoord.GCJ02);
  return { lng: x, lat: y };
}

export function fromGcj({ lng, lat }: LngLat): LngLat {
  const [x, y] = gcoord.transform([lng, lat], gcoord.GCJ02, gcoord.WGS84);
  return { lng: x, lat: y };
}
