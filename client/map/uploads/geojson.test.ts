import { describe, expect, it } from 'vitest';
import { MAX_VERTICES, readGeoJson } from './geojson.ts';
import { readUpload } from './read-upload.ts';
import { UploadFault } from './upload-fault.ts';

const file = (name: string, text: string, size = text.length) => ({ name, size, text: () => Promise.resolve(text) });
const point = (coordinates: unknown, properties: unknown = {}) => ({ type: 'Feature', properties, geometry: { type: 'Point', coordinates } });
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });

/** The code and the details of what was found wrong. */
async function faultIn(read: () => unknown): Promise<object> {
  try {
    await read();
  } catch (error) {
    if (error instanceof UploadFault) return { code: error.code, ...error.details };
    throw error;
  }
  return {};
}

describe('a layer of one’s own', () => {
  it('is a collection, a feature or a bare shape', () => {
    expect(readGeoJson(collection(point([115, 25])))).toMatchObject({ vertices: 1 });
    expect(readGeoJson(point([115, 25, 130]))).toMatchObject({ vertices: 1 });
    expect(
      readGeoJson({
        type: 'MultiLineString',
        coordinates: [
          [
            [115, 25],
            [116, 25],
          ],
        ],
      }),
    ).toMatchObject({ vertices: 2 });
    expect(readGeoJson({ type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [115, 25] }] })).toMatchObject({ vertices: 1 });
  });

  it('keeps of a feature only the words that name it, as they are', () => {
    const [feature] = readGeoJson(collection(point([115, 25], { name: '<img src=x onerror=alert(1)>', phone: '13800000000' }))).features;
    expect(feature?.properties).toEqual({ name: '<img src=x onerror=alert(1)>' });
    expect(readGeoJson(collection(point([115, 25], { 名称: '水库' }), point([115, 25], null))).features.map(({ properties }) => properties.name)).toEqual([
      '水库',
      '',
    ]);
  });

  it('may begin with a byte order mark, and leave features without a place', async () => {
    const text = `\uFEFF${JSON.stringify(collection({ type: 'Feature', geometry: null, properties: {} }, point([115, 25])))}`;
    expect((await readUpload(file('a.geojson', text))).features).toHaveLength(1);
  });
});

describe('what is wrong with a file is said with its place', () => {
  it.each([
    ['a photograph', file('a.png', ''), { code: 'unknown-kind' }],
    ['an archive', file('a.kmz', 'PK'), { code: 'zipped' }],
    ['one too large', file('a.json', '{}', 6 * 1024 * 1024), { code: 'too-large', size: '6.0', most: 5 }],
    ['half of a file', file('a.json', '{"type":"FeatureColl'), { code: 'not-json' }],
    ['a list', file('a.json', '[]'), { code: 'not-geojson' }],
    ['no type', file('a.json', '{"features":[]}'), { code: 'not-geojson' }],
    ['nothing in it', file('a.json', JSON.stringify(collection())), { code: 'nothing' }],
    ['TopoJSON', file('a.json', '{"type":"Topology","objects":{}}'), { code: 'bad-feature', n: 1 }],
    [
      'a latitude that is a word',
      file('a.json', JSON.stringify(collection(point([115, 25]), point([115, '25'])))),
      { code: 'bad-feature', n: 2, where: 'coordinates.1' },
    ],
    [
      'a line of one place',
      file('a.json', JSON.stringify({ type: 'LineString', coordinates: [[115, 25]] })),
      { code: 'bad-feature', n: 1, where: 'coordinates' },
    ],
    ['projected metres', file('a.json', JSON.stringify(collection(point([39_500_123, 2_870_456])))), { code: 'out-of-range', n: 1, at: '39500123, 2870456' }],
    ['an entity', file('a.kml', '<!DOCTYPE kml [<!ENTITY a "aa">]><kml/>'), { code: 'entities' }],
  ])('%s', async (_, bad, fault) => {
    expect(await faultIn(() => readUpload(bad))).toMatchObject(fault);
  });

  it('too many vertices', async () => {
    const many = { type: 'MultiPoint', coordinates: Array.from({ length: MAX_VERTICES + 1 }, () => [115, 25]) };
    expect(await faultIn(() => readGeoJson(many))).toEqual({ code: 'too-many', count: MAX_VERTICES + 1, most: MAX_VERTICES });
  });
});
