import { expect, test } from 'vitest';
import type { Severity } from '#shared/incident/events.ts';
import type { Incident } from '#shared/incident/state.ts';
import { dayOf } from '#shared/time.ts';
import { isFiltered, matchesText, NO_FILTER, shows, tidied, type Looking } from './filter.ts';
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
const now = Date.parse('2026-06-01T08:00:00.000Z');
const looking: Looking = { viewer, now, today: dayOf('2026-06-01T08:00:00.000Z'), seen: { since: '2026-06-01T00:00:00.000Z', at: {} } };

test('closed incidents are shown only on demand, and only those closed today by the clock of the city', () => {
  const done = closed('t', '2026-05-31T16:30:00.000Z');
  expect(shows(NO_FILTER, done, looking)).toBe(false);
  expect(shows({ status: 'both' }, done, looking)).toBe(true);
  expect(shows({ status: 'both' }, closed('y', '2026-05-31T15:30:00.000Z'), looking)).toBe(false);
});

test('filters hold together: category, county and whose it is', () => {
  const one = incident('1');
  expect(shows({ category: 'N', county: '360731', mine: true }, one, looking)).toBe(true);
  expect(shows({ category: 'A' }, one, looking)).toBe(false);
  expect(shows({ county: '360732' }, one, looking)).toBe(false);
  expect(shows({ mine: true }, one, { ...looking, viewer: { id: 'u9', org: '360700' } })).toBe(false);
});

test('every typed word must be in the row: title, number, class in either language, place', () => {
  const one = incident('0007');
  for (const text of ['山洪', 'flash', '梓山', 'gz20260601-0007', '于都 山洪', '360731', '']) expect(matchesText(one, text)).toBe(true);
  expect(matchesText(one, '于都 滑坡')).toBe(false);
});

test('what sounds like it is found as well, once the dictionary is there', () => {
  const one = incident('0008');
  const sounds = (text: string, typed: string): boolean => text === '于都县' && typed === 'yd';
  expect([matchesText(one, 'yd'), matchesText(one, 'yd', sounds), matchesText(one, 'yd 滑坡', sounds)]).toEqual([false, true, false]);
});

test('by level, by what is late and by what was not looked at', () => {
  const one = incident('1', { severity: level(2) });
  const late = {
    rule: 'R04',
    kind: 'initial',
    from: 'county',
    to: 'city',
    channel: 'any',
    startedAt: '2026-06-01T01:00:00Z',
    dueAt: '2026-06-01T03:00:00Z',
    assumed: false,
  } as const;
  expect([shows({ levels: [1, 2] }, one, looking), shows({ levels: ['pending'] }, one, looking)]).toEqual([true, false]);
  expect([shows({ overdue: true }, one, looking), shows({ overdue: true }, { ...one, deadlines: [late] }, looking)]).toEqual([false, true]);
  expect(shows({ overdue: true }, { ...one, deadlines: [{ ...late, met: { at: late.dueAt } }] }, looking)).toBe(false);
  const looked = { ...looking, seen: { since: '', at: { [one.id]: one.lastEntryAt } } };
  expect([shows({ unread: true }, one, looking), shows({ unread: true }, one, looked)]).toEqual([true, false]);
});

test('a filter that asks for nothing is none', () => {
  expect([isFiltered(NO_FILTER), isFiltered({ text: '', levels: [], status: 'open', mine: false }), isFiltered({ status: 'closed' })]).toEqual([
    false,
    false,
    true,
  ]);
  expect(tidied({ text: 'gx', levels: [], unread: true, overdue: false })).toEqual({ text: 'gx', unread: true });
});
