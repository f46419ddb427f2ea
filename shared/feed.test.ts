import { describe, expect, it } from 'vitest';
import { given, idOf, past } from '#test/support/given.ts';
import { aFlood } from '#test/support/payloads.ts';
import { yuduDuty } from '#test/support/seats.ts';
import { changeFor, shownTo } from './feed.ts';
import type { Counter } from './incident/number.ts';

const rooms = new Set(['org:a']);
const doc = (...readers: string[]): Counter => ({ id: 'c', n: 1, seq: 1, rev: 1, readers });

describe('what a change means for a seat', () => {
  it('what it may read now is put, whether it could before or not', () => {
    expect(changeFor(rooms, undefined, doc('org:a'))).toBe('put');
    expect(changeFor(rooms, ['org:a'], doc('org:a'))).toBe('put');
    expect(changeFor(rooms, ['org:b'], doc('org:a'))).toBe('put');
  });

  it('what it lost sight of is dropped, by its readers or because it left', () => {
    expect(changeFor(rooms, ['org:a'], doc('org:b'))).toBe('drop');
    expect(changeFor(rooms, ['org:a'], undefined)).toBe('drop');
  });

  it('of what it never saw it is told nothing, not even that it is gone', () => {
    expect(changeFor(rooms, ['org:b'], doc('org:b'))).toBe('nothing');
    expect(changeFor(rooms, ['org:b'], undefined)).toBe('nothing');
    expect(changeFor(rooms, undefined, undefined)).toBe('nothing');
  });
});

describe('levels', () => {
  const { world } = given(past(yuduDuty, 'incident.log', aFlood({ source: { channel: 'phone', unit: '贡江村委会' } })));
  const incident = world.get('incident', idOf(1));
  if (!incident) throw new Error('the incident was not logged');

  it('those who have the full right get the very document', () => {
    expect(shownTo('full', 'incident', incident)).toBe(incident);
  });

  it('those who help from outside see neither who reported nor who else reads', () => {
    for (const level of ['team', 'partner'] as const) {
      const shown = shownTo(level, 'incident', incident);
      expect([shown.readers, 'source' in shown]).toEqual([[], false]);
      expect(shown.title).toBe(incident.title);
    }
    expect(incident.source?.unit).toBe('贡江村委会');
  });

  it('the other kinds lose only their readers', () => {
    const note = world.get('note', `${idOf(1)}.1`);
    expect(note && shownTo('team', 'note', note)).toEqual({ ...note, readers: [] });
  });
});
