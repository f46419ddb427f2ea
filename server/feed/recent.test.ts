import { describe, expect, it } from 'vitest';
import type { Counter } from '#shared/incident/number.ts';
import type { Seat } from '#shared/seat.ts';
import type { Change } from '#shared/world.ts';
import { cityDuty } from '#test/support/seats.ts';
import { Recent } from './recent.ts';

const seat: Seat = { actor: cityDuty.actor, level: 'full', rooms: ['a'] };
const doc = (id: string, seq: number, ...readers: string[]): Counter => ({ id, n: seq, seq, rev: 1, readers });
const change = (id: string, before: Counter | undefined, after: Counter | undefined): Change => ({ kind: 'counter', id, before, doc: after });
const put = (id: string, seq: number): Change => change(id, undefined, doc(id, seq, 'a'));

describe('what was missed', () => {
  it('is the last version of each document that changed since, and nothing older', () => {
    const recent = new Recent(0);
    recent.add(1, [put('x', 1)]);
    recent.add(2, [put('y', 2)]);
    recent.add(3, [change('x', doc('x', 1, 'a'), doc('x', 3, 'a'))]);
    expect(recent.missed(1, 3, seat)).toEqual({
      seq: 3,
      puts: [
        { kind: 'counter', id: 'y', doc: doc('y', 2, 'a') },
        { kind: 'counter', id: 'x', doc: doc('x', 3, 'a') },
      ],
      drops: [],
    });
    expect(recent.missed(3, 3, seat)).toEqual({ seq: 3, puts: [], drops: [] });
  });

  it('a document that it may have had and sees no more is dropped, one that came and went in its absence is not told', () => {
    const recent = new Recent(0);
    recent.add(1, [put('x', 1)]);
    recent.add(2, [change('x', doc('x', 1, 'a'), doc('x', 2, 'b'))]);
    recent.add(3, [change('y', doc('y', 0, 'a'), undefined)]);
    expect(recent.missed(1, 3, seat)?.drops).toEqual([
      { kind: 'counter', id: 'x' },
      { kind: 'counter', id: 'y' },
    ]);
    expect(recent.missed(0, 3, seat)?.drops).toEqual([{ kind: 'counter', id: 'y' }]);
  });

  it('who was away for longer than is kept, or follows another journal that is further on, is told to start afresh', () => {
    const recent = new Recent(10, 4);
    expect([recent.missed(9, 10, seat), recent.missed(11, 10, seat)]).toEqual([null, null]);
    for (let seq = 11; seq <= 40; seq += 1) recent.add(seq, [put(`x${seq}`, seq)]);
    expect(recent.missed(12, 40, seat)).toBeNull();
    expect(recent.missed(40, 40, seat)).toEqual({ seq: 40, puts: [], drops: [] });
  });

  it('what is kept has no gap, however it is cut', () => {
    const recent = new Recent(0, 5);
    for (let seq = 1; seq <= 100; seq += 1) {
      // A commit of several changes is kept whole or not at all.
      recent.add(seq, [put(`x${seq}`, seq), put(`y${seq}`, seq), put(`z${seq}`, seq)]);
      for (let since = 0; since <= seq; since += 1) {
        const missed = recent.missed(since, seq, seat);
        if (missed) expect(missed.puts).toHaveLength(3 * (seq - since));
      }
    }
  });
});
