import gcoord from 'gcoord';
import type { LngLat } from '#shared/geo.ts';

export type MapApp = 'geo' | 'amap' | 'baidu' | 'tencent';

const SOURCE = 'fenghuo';
/** A metre or so: what the links carry. */
const DIGITS = 6;

type System = 'wgs84' | 'gcj02' | 'bd09';
const SYSTEMS = { wgs84: gcoord.WGS84, gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const;

function inSystem({ lng, lat }: LngLat, system: System): { lng: string; lat: string } {
  const [x, y] = gcoord.transform([lng, lat], gcoord.WGS84, SYSTEMS[system]);
  return { lng: x.toFixed(DIGITS), lat: y.toFixed(DIGITS) };
}

/**
 * Hands a place to the phone's map apps, each in the coordinates that it draws in: everything of ours is WGS-84, AMap and
 * Tencent draw in GCJ-02, Baidu in BD-09. In the wrong one a team is sent some 500 m aside.
 */
export function mapLinks(to: LngLat, name: string, iphone: boolean): Record<MapApp, string> {
  const earth = inSystem(to, 'wgs84');
  const mars = inSystem(to, 'gcj02');
  const baidu = inSystem(to, 'bd09');
  const called = encodeURIComponent(name);
  return {
    // RFC 5870: WGS-84 unless it says otherwise. An iPhone has no such links; Apple's own map draws GCJ-02 within China.
    geo: iphone ? `https://maps.apple.com/?daddr=${mars.lat},${mars.lng}&dirflg=d` : `geo:${earth.lat},${earth.lng}?q=${earth.lat},${earth.lng}(${called})`,
    amap: `https://uri.amap.com/navigation?to=${mars.lng},${mars.lat},${called}&mode=car&coordinate=gaode&src=${SOURCE}&callnative=1`,
    baidu: `${iphone ? 'baidumap' : 'bdapp'}://map/direction?destination=latlng:${baidu.lat},${baidu.lng}|name:${called}&coord_type=bd09ll&mode=driving&src=${SOURCE}`,
    tencent: `https://apis.map.qq.com/uri/v1/routeplan?type=drive&to=${called}&tocoord=${mars.lat},${mars.lng}&policy=0&referer=${SOURCE}`,
  };
}

export const MAP_APPS: readonly MapApp[] = ['amap', 'baidu', 'tencent', 'geo'];
