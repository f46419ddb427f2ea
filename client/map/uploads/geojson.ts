import { z } from 'zod';
import { UploadFault } from './upload-fault.ts';

/** What of a file is kept: shapes, and of each only the words that name it. */
export interface Shapes {
  features: GeoJSON.Feature<GeoJSON.Geometry, { name: string }>[];
  vertices: number;
}

export const MAX_VERTICES = 20_000;

const Position = z.array(z.number()).min(2);
const Line = z.array(Position).min(2);
const Rings = z.array(z.array(Position).min(4)).min(1);
const Simple = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Point'), coordinates: Position }),
  z.object({ type: z.literal('MultiPoint'), coordinates: z.array(Position) }),
  z.object({ type: z.literal('LineString'), coordinates: Line }),
  z.object({ type: z.literal('MultiLineString'), coordinates: z.array(Line) }),
  z.object({ type: z.literal('Polygon'), coordinates: Rings }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(Rings) }),
]);
const Collection = z.object({ type: z.literal('GeometryCollection'), geometries: z.array(Simple) });
const GeometryCodec = z.union([Simple, Collection]);
const Feature = z.object({ type: z.literal('Feature'), geometry: z.unknown(), properties: z.record(z.string(), z.unknown()).nullish() });
const Whole = z.object({ type: z.string(), features: z.array(z.unknown()).optional() });

/** Reads GeoJSON, whoever wrote it. Says which feature is wrong, and in what. */
export function readGeoJson(value: unknown): Shapes {
  const whole = Whole.safeParse(value);
  if (!whole.success) throw new UploadFault('not-geojson', { where: '', what: whole.error.issues[0]?.message ?? '' });
  const listed: readonly unknown[] =
    whole.data.type === 'FeatureCollection' ? (whole.data.features ?? []) : [whole.data.type === 'Feature' ? value : { type: 'Feature', geometry: value }];
  const features = listed.flatMap((one, i) => featureOf(one, i + 1));
  if (features.length === 0) throw new UploadFault('nothing');
  const vertices = features.reduce((sum, { geometry }) => sum + positionsIn(geometry).length, 0);
  if (vertices > MAX_VERTICES) throw new UploadFault('too-many', { count: vertices, most: MAX_VERTICES });
  return { features, vertices };
}

function featureOf(value: unknown, n: number): Shapes['features'] {
  const feature = Feature.safeParse(value);
  if (!feature.success) throw wrong(n, feature.error);
  // A feature may have no place at all.
  if (feature.data.geometry === null || feature.data.geometry === undefined) return [];
  const kind = z.object({ type: z.string() }).safeParse(feature.data.geometry);
  const schema = kind.data?.type === 'GeometryCollection' ? Collection : Simple;
  const geometry = schema.safeParse(feature.data.geometry);
  if (!geometry.success) throw wrong(n, geometry.error);
  const far = positionsIn(geometry.data).find(([lng = NaN, lat = NaN]) => !(Math.abs(lng) <= 180 && Math.abs(lat) <= 90));
  if (far) throw new UploadFault('out-of-range', { n, at: far.slice(0, 2).join(', ') });
  return [{ type: 'Feature', geometry: geometry.data, properties: { name: nameIn(feature.data.properties ?? {}) } }];
}

function wrong(n: number, { issues: [issue] }: z.ZodError): UploadFault {
  return new UploadFault('bad-feature', { n, where: issue?.path.join('.') ?? '', what: issue?.message ?? '' });
}

/** Only ever shown as text. */
function nameIn(properties: Readonly<Record<string, unknown>>): string {
  for (const key of ['name', 'Name', 'NAME', '名称', 'title', 'label']) {
    const value = properties[key];
    if (typeof value === 'string' || typeof value === 'number') return String(value).trim().slice(0, 120);
  }
  return '';
}

export function positionsIn(geometry: z.infer<typeof GeometryCodec> | GeoJSON.Geometry): number[][] {
  if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(positionsIn);
  return flat(geometry.coordinates);
}

// Nested lists end where a list begins with a number.
const flat = (nested: unknown): number[][] =>
  !Array.isArray(nested) || nested.length === 0 ? [] : typeof nested[0] === 'number' ? [nested as number[]] : nested.flatMap(flat);
