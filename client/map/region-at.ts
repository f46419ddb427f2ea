import { inRing, type LngLat } from '#shared/geo.ts';

/** What the county file says of a county. */
export interface CountyProperties {
  adcode: string;
  name: string;
  nameEn: string;
  /** The point deepest inside, where the name stands. */
  label: readonly [number, number];
}

export type Counties = GeoJSON.FeatureCollection<GeoJSON.Polygon | GeoJSON.MultiPolygon, CountyProperties>;

/** The county that contains a point; undefined outside the city. */
export function regionAt(counties: Counties, point: LngLat): CountyProperties | undefined {
  return counties.features.find(({ geometry }) => polygonsOf(geometry).some((rings) => inPolygon(point, rings)))?.properties;
}

function polygonsOf(geometry: GeoJSON.Polygon | GeoJSON.MultiPolygon): GeoJSON.Position[][][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

/** Inside the outer ring and in none of its holes. */
function inPolygon(point: LngLat, [outer = [], ...holes]: GeoJSON.Position[][]): boolean {
  return inRing(point, outer) && !holes.some((hole) => inRing(point, hole));
}
