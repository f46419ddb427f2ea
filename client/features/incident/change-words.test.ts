import { expect, test } from 'vitest';
import { changesOf, figuresText, type Words } from './change-words.ts';

const words: Words = { t: (key) => key.replace(/^incident\.(field|figure)\./, ''), language: 'zh', time: (iso) => iso.slice(11, 16) };

test('an entry says which fields it changed and to what', () => {
  const set = { title: '潭头村山洪', typeCode: 'N01.2', place: { adcode: '360731', text: '梓山镇', lng: 115, lat: 25 }, occurredAt: '2026-06-01T02:10:00Z' };
  expect(changesOf(set, words)).toEqual([
    { field: 'title', value: '潭头村山洪' },
    { field: 'class', value: '山洪' },
    { field: 'place', value: '梓山镇' },
    { field: 'occurredAt', value: '02:10' },
  ]);
});

test('figures are said in the order of a report, 0 as 0 and what nobody gave not at all', () => {
  expect(figuresText({ evacuated: 180, dead: 0, missing: 3 }, words)).toBe('dead 0 · missing 3 · evacuated 180');
  expect(figuresText({}, words)).toBe('');
  expect(figuresText({ dead: null, missing: 3 }, words)).toBe('dead incident.notReported · missing 3');
});

test('what a later version may add is left out, not shown raw', () => {
  expect(changesOf({ windSpeed: 12, title: 5 }, words)).toEqual([]);
  expect(changesOf(undefined, words)).toEqual([]);
});
