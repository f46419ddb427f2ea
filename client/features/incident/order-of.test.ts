import { expect, test } from 'vitest';
import type { Severity } from '#shared/incident/events.ts';
import type { Incident } from '#shared/incident/state.ts';
import { dayOf } from '#shared/time.ts';
import { matchesText, NO_FILTER, shows } from './filter.ts';
import { markOf } from '#client/map/mark.ts';
import { compareIncidents } from './order-of.ts';

const by = { id: 'u1', name: '王值班', role: 'county-duty' as const, org: '360731' };
const base = {
  seq: 1,
  rev: 1,
  readers: [],
  typeCode: 'N01.2',
  place: { adcode: '360731', text: '于都县梓山镇', lng: 115.41, lat: 25.95 },
  receivedAt: '2026-06-01T02:18:00.000Z',
  loggedAt: '2026-06-01T02:20:00.000Z',
  casualties: {},
  exercise: false,
  org: '360731',
  loggedBy: by,
  entries: 1,
  severity: null,
};
const incident = (id: string, more: Partial<Omit<Incident, 'status'>> = {}): Incident => ({
  ...base,
  id,
  number: `GZ20260601-${id}`,
  title: '潭头村山洪',
  lastEntryAt: '2026-06-01T02:20:00.000Z',
  ...more,
  status: 'open',
});
const closed = (id: string, closedAt: string): Incident => ({ ...incident(id), status: 'closed', closedAt, closedBy: by, closedFor: '处置完毕' });
const level = (value: Severity | null): Incident['severity'] => ({ value, standing: 'set', basis: '死亡 3 人', by, at: '2026-06-01T06:00:00.000Z' });

test('the graver stands above; what nobody has judged stands between III and IV', () => {
  const listed = [
    incident('4', { severity: level(4) }),
    incident('0'),
    incident('1', { severity: level(1) }),
    incident('3', { severity: level(3) }),
    incident('9', { severity: level(null) }),
  ];
  expect(listed.toSorted(compareIncidents).map(({ id }) => id)).toEqual(['1', '3', '0', '4', '9']);
});

test('of one level, the latest entry stands first, and equal ones never swap', () => {
  const old = incident('0001', { lastEntryAt: '2026-06-01T01:00:00.000Z' });
  const [a, b] = [incident('0002'), incident('0003')];
  expect([old, a, b].toSorted(compareIncidents).map(({ id }) => id)).toEqual(['0003', '0002', '0001']);
  expect([b, old, a].toSorted(compareIncidents).map(({ id }) => id)).toEqual(['0003', '0002', '0001']);
});

test('a closed incident stands below every open one', () => {
  expect([closed('c', '2026-06-01T05:00:00.000Z'), incident('o', { severity: level(4) })].toSorted(compareIncidents).map(({ id }) => id)).toEqual(['o', 'c']);
});

test('social-security incidents have no level, and no mark that asks for one', () => {
  expect(markOf(incident('s', { typeCode: 'S01' }))).toBe('none');
  expect(markOf(incident('n'))).toBe('pending');
});

const viewer = { id: 'u2', org: '360731' };
const today = dayOf('2026-06-01T08:00:00.000Z');

test('closed incidents are shown only on demand, and only those closed today by the clock of the city', () => {
  const done = closed('t', '2026-05-31T16:30:00.000Z');
  expect(shows(NO_FILTER, done, viewer, today)).toBe(false);
  expect(shows({ ...NO_FILTER, closedToday: true }, done, viewer, today)).toBe(true);
  expect(shows({ ...NO_FILTER, closedToday: true }, closed('y', '2026-05-31T15:30:00.000Z'), viewer, today)).toBe(false);
});

test('filters hold together: category, county and whose it is', () => {
  const one = incident('1');
  expect(shows({ ...NO_FILTER, category: 'N', county: '360731', mine: true }, one, viewer, today)).toBe(true);
  expect(shows({ ...NO_FILTER, category: 'A' }, one, viewer, today)).toBe(false);
  expect(shows({ ...NO_FILTER, county: '360732' }, one, viewer, today)).toBe(false);
  expect(shows({ ...NO_FILTER, mine: true }, one, { id: 'u9', org: '360700' }, today)).toBe(false);
});

test('every typed word must be in the row: title, number, class in either language, place', () => {
  const one = incident('0007');
  for (const text of ['山洪', 'flash', '梓山', 'gz20260601-0007', '于都 山洪', '360731', '']) expect(matchesText(one, text)).toBe(true);
  expect(matchesText(one, '于都 滑坡')).toBe(false);
});
