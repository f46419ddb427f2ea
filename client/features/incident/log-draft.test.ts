import { expect, test } from 'vitest';
import { LogIncident } from '#shared/incident/orders.ts';
import { emptyDraft, isEmptyDraft, orderOf, placeOf, type LogDraft } from './log-draft.ts';

const openedAt = '2026-05-31T18:35:00.000Z';
const around = { exercise: false, org: '360700', nowMs: Date.parse('2026-06-01T02:40:00+08:00'), regionOf: () => undefined };
const draft = (more: Partial<LogDraft> = {}): LogDraft => ({
  ...emptyDraft(openedAt),
  title: '潭头村山洪',
  place: '于都县梓山镇潭头村',
  typeCode: 'N01.2',
  ...more,
});
const ordered = (from: LogDraft, where = around) => {
  const made = orderOf(from, where);
  return 'payload' in made ? made.payload : made.missing;
};

test('title, place and class are enough, and the order says when the call came in', () => {
  const payload = ordered(draft());
  expect(payload).toMatchObject({
    title: '潭头村山洪',
    typeCode: 'N01.2',
    receivedAt: openedAt,
    exercise: false,
    place: { adcode: '360731', text: '于都县梓山镇潭头村', lng: 115.411, lat: 25.955 },
  });
  expect(LogIncident.safeParse(payload).success).toBe(true);
});

test('a whole record is an order that the server takes', () => {
  const payload = ordered(
    draft({
      occurred: '0210',
      channel: 'village',
      unit: '潭头村委会',
      figures: { dead: '2', missing: '3', trapped: '0', evacuated: ' 180 ' },
      text: '道路中断',
    }),
  );
  expect(payload).toMatchObject({
    occurredAt: '2026-05-31T18:10:00.000Z',
    source: { channel: 'village', unit: '潭头村委会' },
    casualties: { dead: 2, missing: 3, trapped: 0, evacuated: 180 },
  });
  expect(LogIncident.safeParse(payload).success).toBe(true);
});

test('a figure that nobody gave is absent, and 0 is 0', () => {
  expect(ordered(draft({ figures: { dead: '0', missing: '' } }))).toMatchObject({ casualties: { dead: 0 } });
  expect(ordered(draft({ figures: { missing: ' ' } }))).not.toHaveProperty('casualties');
});

test('what is missing or unreadable is named', () => {
  expect(ordered(draft({ title: ' ', place: '', typeCode: '', occurred: '半夜', figures: { dead: '两人' } }))).toEqual([
    'title',
    'place',
    'typeCode',
    'occurred',
    'dead',
  ]);
});

test('a click on the map is exact; a county alone is about', () => {
  const at = { lng: 115.5, lat: 25.9 };
  expect(placeOf(draft({ place: '', picked: { at, adcode: '360731' } }), around)).toEqual({ adcode: '360731', text: '于都县', ...at });
  expect(placeOf(draft(), around)).toMatchObject({ accuracyM: 20_000 });
});

test('typed coordinates name their county', () => {
  expect(placeOf(draft({ place: '115.41,25.95 河边' }), { ...around, regionOf: () => '360731' })).toEqual({
    adcode: '360731',
    text: '河边',
    lng: 115.41,
    lat: 25.95,
  });
});

test('where no county is named, a county officer logs in the own county, a city officer must say which', () => {
  expect(placeOf(draft({ place: '潭头村' }), { ...around, org: '360731' })).toMatchObject({ adcode: '360731', text: '潭头村' });
  expect(placeOf(draft({ place: '潭头村' }), { ...around, org: '360731101' })).toMatchObject({ adcode: '360731101' });
  expect(placeOf(draft({ place: '潭头村' }), around)).toBeUndefined();
});

test('a county named in the title is the place until another is said', () => {
  const title = '于都梓山镇山洪';
  expect(placeOf(draft({ title, place: '' }), around)).toMatchObject({ adcode: '360731', text: '于都县', accuracyM: 20_000 });
  expect(placeOf(draft({ title, place: '会昌县西江镇' }), around)).toMatchObject({ adcode: '360733' });
});

test('a neighbouring county is given by its code and a position', () => {
  expect(placeOf(draft({ place: '440282 帽子峰 114.30,25.20' }), around)).toEqual({ adcode: '440282', text: '帽子峰', lng: 114.3, lat: 25.2 });
  expect(placeOf(draft({ place: '440282 帽子峰' }), around)).toBeUndefined();
});

test('a draft in which nothing was typed is empty', () => {
  expect(isEmptyDraft(emptyDraft(openedAt))).toBe(true);
  expect(isEmptyDraft(draft())).toBe(false);
  expect(isEmptyDraft({ ...emptyDraft(openedAt), figures: { dead: '' } })).toBe(true);
});
