import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ORDERS } from '#shared/catalogue.ts';
import { inRing } from '#shared/geo.ts';
import { COUNTIES } from '#shared/ganzhou.ts';
import { contextSteps } from './context-incidents.ts';
import { d1FlashFlood } from './d1-flash-flood.ts';
import { liveSteps } from './live-steps.ts';
import { SEATS, STAFF } from './seats.ts';
import { NAME_FIELDS, type Step } from './step.ts';

interface County {
  properties: { adcode: string };
  geometry: { type: 'Polygon'; coordinates: number[][][] } | { type: 'MultiPolygon'; coordinates: number[][][][] };
}

const counties = (JSON.parse(readFileSync('client/map/data/ganzhou-counties.geojson', 'utf8')) as { features: County[] }).features;
const played = [...contextSteps(), ...d1FlashFlood];
const all: Step[] = [...played, ...liveSteps.map(({ step }) => step)];
const logged = all.filter((step) => step.type === 'incident.log');

/** The county on whose ground a point lies. */
function countyAt(lng: number, lat: number): string | undefined {
  return counties.find(({ geometry }) => {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    return polygons.some(([outer = []]) => inRing({ lng, lat }, outer));
  })?.properties.adcode;
}

test.each(logged.map(({ payload }) => [payload.title, payload.place] as const))('%s lies in the county that it names', (_title, { adcode, lng, lat }) => {
  expect(countyAt(lng, lat)).toBe(adcode.slice(0, 6));
});

test('every county has an incident on the map, and the drills are marked as such', () => {
  const real = logged.filter(({ payload }) => !payload.exercise).map(({ payload }) => payload.place.adcode.slice(0, 6));
  expect([...new Set(real)].sort()).toEqual(COUNTIES.map(([code]) => code).sort());
  for (const { payload } of logged) expect(payload.title.startsWith('【演练】')).toBe(payload.exercise === true);
});

test('every step is given by a seat that there is, about an incident that was named before', () => {
  const names = new Set<string>();
  for (const step of all) {
    expect([...SEATS, ...STAFF].map(({ username }) => username)).toContain(step.seat);
    if (step.names !== undefined) names.add(step.names);
    for (const [field, name] of Object.entries(step.payload)) if (/^(incident|report|supersedes)Id$/.test(field)) expect(names).toContain(name);
  }
});

test('what is written fits the fields it is written in', () => {
  const when = '2026-06-01T02:18:00+08:00';
  for (const { type, payload } of all) {
    const times = Object.fromEntries(['at', 'occurredAt', 'discoveredAt', 'receivedAt'].filter((field) => field in payload).map((field) => [field, when]));
    const named = NAME_FIELDS.filter((field) => field in payload).map((field) => [field, '0197c1de-0000-7000-8000-000000000000']);
    expect(ORDERS[type].safeParse({ ...payload, ...times, ...Object.fromEntries(named) }).error).toBeUndefined();
  }
});
