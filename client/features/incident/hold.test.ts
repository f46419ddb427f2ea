import { expect, test } from 'vitest';
import type { Incident } from '#shared/incident/state.ts';
import { hold } from './hold.ts';

const by = { id: 'u1', name: '王值班', role: 'county-duty' as const, org: '360731' };
const incident = (id: string, title = id): Incident => ({
  id,
  title,
  number: id,
  seq: 1,
  rev: 1,
  readers: [],
  typeCode: 'N01.2',
  place: { adcode: '360731', text: '', lng: 115, lat: 25 },
  receivedAt: '',
  loggedAt: '',
  casualties: {},
  severity: null,
  exercise: false,
  org: '360731',
  loggedBy: by,
  entries: 1,
  lastEntryAt: '',
  status: 'open',
});
const [a, b, c] = [incident('a'), incident('b'), incident('c')];
const find =
  (...known: Incident[]) =>
  (id: string): Incident | undefined =>
    known.find((one) => one.id === id);
const ids = (rows: readonly Incident[]): string[] => rows.map(({ id }) => id);

test('while a person reads, a new incident is counted and not shown', () => {
  const held = hold([a, b], [c, a, b], find(a, b, c));
  expect(ids(held.rows)).toEqual(['a', 'b']);
  expect(held).toMatchObject({ arrived: 1, moved: false });
});

test('a row that would move stays, and the list says so', () => {
  const held = hold([a, b], [b, a], find(a, b));
  expect(ids(held.rows)).toEqual(['a', 'b']);
  expect(held).toMatchObject({ arrived: 0, moved: true });
});

test('a row that goes stays under the pointer', () => {
  expect(hold([a, b], [b], find(b))).toMatchObject({ rows: [{ id: 'a' }, { id: 'b' }], arrived: 0, moved: true });
});

test('what a row says is what is known now', () => {
  const renamed = incident('a', '新标题');
  expect(hold([a, b], [renamed, b], find(renamed, b)).rows[0]?.title).toBe('新标题');
});

test('nothing new is nothing to show', () => {
  expect(hold([a, b], [a, b], find(a, b))).toMatchObject({ arrived: 0, moved: false });
});
