import { expect, test } from 'vitest';
import type { Incident } from '#shared/incident/state.ts';
import { likelySame } from './likely-same.ts';

const by = { id: 'u1', name: '王值班', role: 'county-duty' as const, org: '360731' };
const now = '2026-06-01T04:00:00.000Z';
const incident = (id: string, more: { typeCode?: string; lng?: number; loggedAt?: string; status?: 'closed' } = {}): Incident => {
  const facts = {
    id,
    title: id,
    number: id,
    seq: 1,
    rev: 1,
    readers: [],
    typeCode: more.typeCode ?? 'N01.2',
    place: { adcode: '360731', text: '', lng: more.lng ?? 115.41, lat: 25.95 },
    receivedAt: now,
    loggedAt: more.loggedAt ?? now,
    casualties: {},
    severity: null,
    exercise: false,
    org: '360731',
    loggedBy: by,
    entries: 1,
    lastEntryAt: now,
  };
  return more.status === 'closed' ? { ...facts, status: 'closed', closedAt: now, closedBy: by, closedFor: '' } : { ...facts, status: 'open' };
};
const found = (...open: Incident[]): string[] => likelySame({ lng: 115.42, lat: 25.95 }, 'N01.1', open, now).map(({ id }) => id);

test('a flood near by that was logged a while ago may be this one', () => {
  expect(found(incident('near', { loggedAt: '2026-06-01T02:00:00.000Z' }))).toEqual(['near']);
});

test('another class, another place, another day or a closed one is not', () => {
  expect(
    found(
      incident('fire', { typeCode: 'A08' }),
      incident('far', { lng: 116 }),
      incident('old', { loggedAt: '2026-05-31T04:00:00.000Z' }),
      incident('done', { status: 'closed' }),
    ),
  ).toEqual([]);
});

test('the nearest two are named', () => {
  expect(found(incident('c', { lng: 115.5 }), incident('a', { lng: 115.42 }), incident('b', { lng: 115.45 }))).toEqual(['a', 'b']);
});
