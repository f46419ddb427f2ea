import gcoord from 'gcoord';
import { describe, expect, it } from 'vitest';
import { distanceM, type LngLat } from '#shared/geo.ts';
import { mapLinks } from './map-links.ts';

const BRIDGE: LngLat = { lng: 115.42, lat: 25.955 };
const links = mapLinks(BRIDGE, '贡江大桥（东）', false);

const point = (text: string | undefined, latFirst: boolean): LngLat => {
  const [a = Number.NaN, b = Number.NaN] = (text ?? '').split(',').map(Number);
  return latFirst ? { lat: a, lng: b } : { lng: a, lat: b };
};
const back = ({ lng, lat }: LngLat, from: 'GCJ02' | 'BD09'): LngLat => {
  const [x, y] = gcoord.transform([lng, lat], gcoord[from], gcoord.WGS84);
  return { lng: x, lat: y };
};

describe('a place handed to a map app', () => {
  it('is where it is, once the app has drawn it in its own coordinates', () => {
    const amap = point(new URL(links.amap).searchParams.get('to')?.split(',').slice(0, 2).join(','), false);
    const tencent = point(new URL(links.tencent).searchParams.get('tocoord') ?? '', true);
    const baidu = point(/latlng:([\d.,]+)/.exec(links.baidu)?.[1], true);
    for (const [drawn, system] of [
      [amap, 'GCJ02'],
      [tencent, 'GCJ02'],
      [baidu, 'BD09'],
    ] as const) {
      expect(distanceM(drawn, BRIDGE)).toBeGreaterThan(200);
      expect(distanceM(back(drawn, system), BRIDGE)).toBeLessThan(2);
    }
    expect(point(/^geo:([\d.,]+)/.exec(links.geo)?.[1], true)).toEqual(BRIDGE);
  });

  it('says in which coordinates it is, where the app can be told', () => {
    expect(new URL(links.amap).searchParams.get('coordinate')).toBe('gaode');
    expect(links.baidu).toContain('coord_type=bd09ll');
  });

  it('keeps its name, whatever is in it', () => {
    expect(new URL(links.tencent).searchParams.get('to')).toBe('贡江大桥（东）');
    expect(mapLinks(BRIDGE, 'a&mode=walk', false).amap).not.toContain('&mode=walk');
  });

  it('opens on an iPhone, which knows neither geo: nor the scheme that Baidu has elsewhere', () => {
    const there = mapLinks(BRIDGE, '桥', true);
    expect(there.geo).toMatch(/^https:\/\/maps\.apple\.com\//);
    expect(there.baidu).toMatch(/^baidumap:\/\/map\/direction/);
    expect(links.baidu).toMatch(/^bdapp:\/\/map\/direction/);
  });
});
