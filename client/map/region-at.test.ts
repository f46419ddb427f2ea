import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { COUNTIES } from '#shared/ganzhou.ts';
import { regionAt, type Counties } from './region-at.ts';

const counties: Counties = JSON.parse(readFileSync(new URL('./data/ganzhou-counties.geojson', import.meta.url), 'utf8'));

test.each(COUNTIES.map(([adcode, name, , lng, lat]) => ({ adcode, name, lng, lat })))("$name's seat lies in $adcode", ({ adcode, lng, lat }) => {
  expect(regionAt(counties, { lng, lat })?.adcode).toBe(adcode);
});

test('each county is named as in the list of organisations, at a point inside it', () => {
  for (const { properties } of counties.features) {
    const listed = COUNTIES.find(([adcode]) => adcode === properties.adcode);
    expect(listed?.[1]).toBe(properties.name);
    const [lng, lat] = properties.label;
    expect(regionAt(counties, { lng, lat })?.adcode).toBe(properties.adcode);
  }
});

test('a point outside the city is in no county', () => {
  expect(regionAt(counties, { lng: 115.9, lat: 28.68 })).toBeUndefined();
  expect(regionAt(counties, { lng: 113.6, lat: 24.8 })).toBeUndefined();
});

test('a hole in a county is not part of it, and a part apart from it is', () => {
  const square = (x: number, size: number): number[][] => [
    [x, 0],
    [x + size, 0],
    [x + size, size],
    [x, size],
    [x, 0],
  ];
  const odd: Counties = {
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { adcode: '360799', name: '试', nameEn: 'Try', label: [1, 1] },
        geometry: { type: 'MultiPolygon', coordinates: [[square(0, 10), square(0, 2)], [square(20, 5)]] },
      },
    ],
  };
  expect(regionAt(odd, { lng: 5, lat: 5 })?.adcode).toBe('360799');
  expect(regionAt(odd, { lng: 1, lat: 1 })).toBeUndefined();
  expect(regionAt(odd, { lng: 22, lat: 2 })?.adcode).toBe('360799');
});
