import { expect, test } from 'vitest';
import type { Note } from '#shared/incident/state.ts';
import { isWhole, mergeTimeline, pendingEntries, type OnItsWay } from './timeline.ts';

const id = '019e7d2a-0000-7000-8000-000000000001';
const by = { id: 'u1', name: '王值班', role: 'county-duty' as const, org: '360731' };
const note = (n: number, more: Partial<Note> = {}): Note => ({
  id: `${id}.${n}`,
  seq: n,
  rev: 1,
  readers: ['org:360731'],
  incidentId: id,
  n,
  at: '2026-06-01T02:40:00.000Z',
  by,
  entry: 'incident.noted',
  text: `第${n}条`,
  exercise: false,
  ...more,
});
const sending = (more: Partial<OnItsWay> = {}): OnItsWay => ({
  id: 'o1',
  type: 'incident.note',
  payload: { incidentId: id, text: '已转移 180 人' },
  at: '2026-06-01T02:50:00.000Z',
  state: 'queued',
  ...more,
});

test('entries from both sources are one list in order, each once', () => {
  const merged = mergeTimeline([note(1), note(2)], [note(4), note(3), note(2)]);
  expect(merged.map(({ n }) => n)).toEqual([1, 2, 3, 4]);
});

test('the later revision of an entry holds, whichever side brought it', () => {
  const later = note(2, { rev: 2, text: '更新' });
  expect(mergeTimeline([later], [note(2)])[0]?.text).toBe('更新');
  expect(mergeTimeline([note(2)], [later])[0]?.text).toBe('更新');
});

test('a timeline with an entry missing is not whole', () => {
  expect(isWhole([note(1), note(2)], 3)).toBe(false);
  expect(isWhole([note(1), note(2), note(3)], 3)).toBe(true);
});

test('an entry waiting to be sent is shown, and one of another incident is not', () => {
  expect(pendingEntries([sending()], id, []).map(({ text }) => text)).toEqual(['已转移 180 人']);
  expect(pendingEntries([sending({ payload: { incidentId: 'other', text: 'x' } })], id, [])).toEqual([]);
  expect(pendingEntries([sending({ type: 'incident.close' })], id, [])).toEqual([]);
});

test('a recorded entry stays until the feed has brought it, and goes then', () => {
  const recorded = sending({ state: 'recorded', answer: { ok: true, refs: { incident: id, note: `${id}.2` } } });
  expect(pendingEntries([recorded], id, [note(1)])).toHaveLength(1);
  expect(pendingEntries([recorded], id, [note(1), note(2)])).toEqual([]);
});

test('a refused entry stays in sight', () => {
  expect(pendingEntries([sending({ state: 'refused', answer: { ok: false } })], id, [note(1)])).toHaveLength(1);
});
