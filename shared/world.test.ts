import { describe, expect, it } from 'vitest';
import { commit } from '#test/support/given.ts';
import { fold } from './fold.ts';
import type { Counter } from './incident/number.ts';
import { SYSTEM } from './seat.ts';
import { LiveWorld, Overlay } from './world.ts';

const counter = (n: number, seq = 0, rev = 0): Counter => ({ id: 'c', n, seq, rev, readers: [] });
const at = (seq: number, doc?: Counter): LiveWorld => {
  const world = new LiveWorld();
  world.seq = seq;
  if (doc) world.load('counter', doc);
  return world;
};

describe('an overlay', () => {
  it('leaves the world below alone', () => {
    const world = at(4, counter(1, 4, 1));
    const overlay = new Overlay(world, 5);
    overlay.put('counter', counter(2));
    expect([overlay.get('counter', 'c')?.n, world.get('counter', 'c')?.n]).toEqual([2, 1]);
  });

  it('takes nothing out that only visits: it has left already', () => {
    const batch = new Overlay(at(4), 4);
    batch.visit('counter', counter(1, 2, 3));
    const overlay = new Overlay(batch, 5);
    overlay.retire('counter', 'c');
    expect([...overlay.changes()]).toEqual([]);
    expect(overlay.get('counter', 'c')?.n).toBe(1);
  });

  it('lists what is below with what has changed above it, each document once', () => {
    const world = at(4, counter(1, 4, 1));
    const overlay = new Overlay(world, 5);
    overlay.put('counter', counter(2));
    overlay.put('counter', { ...counter(7), id: 'd' });
    expect([...overlay.all('counter')].map(({ id, n }) => [id, n])).toEqual([
      ['c', 2],
      ['d', 7],
    ]);
    overlay.retire('counter', 'c');
    expect([...overlay.all('counter')].map(({ id }) => id)).toEqual(['d']);
  });

  it('a document put twice in a commit has changed once, and tells what it was before the commit', () => {
    const before = counter(1, 4, 7);
    const overlay = new Overlay(at(4, before), 5);
    overlay.put('counter', counter(2));
    overlay.put('counter', counter(3));
    expect([...overlay.changes()]).toEqual([{ kind: 'counter', id: 'c', before, doc: counter(3, 5, 8) }]);
  });

  it('a document that is newer than the commit is not folded upon again', () => {
    const overlay = new Overlay(at(4, counter(9, 20, 9)), 5);
    overlay.put('counter', counter(2));
    expect([...overlay.changes()]).toEqual([]);
    expect(overlay.get('counter', 'c')?.n).toBe(9);
  });

  it('nor is it retired by a commit that is older', () => {
    const overlay = new Overlay(at(4, counter(9, 20, 9)), 5);
    overlay.retire('counter', 'c');
    expect([...overlay.changes()]).toEqual([]);
    expect(overlay.get('counter', 'c')?.n).toBe(9);
  });

  it('what is retired is gone, and what is not there cannot be retired', () => {
    const before = counter(1, 4, 7);
    const overlay = new Overlay(at(4, before), 5);
    overlay.retire('counter', 'c');
    overlay.retire('counter', 'unknown');
    expect(overlay.get('counter', 'c')).toBeUndefined();
    expect([...overlay.changes()]).toEqual([{ kind: 'counter', id: 'c', before, doc: undefined }]);
  });

  it('a visitor is seen and folded upon, and is no change by itself', () => {
    const overlay = new Overlay(at(4), 4);
    overlay.visit('counter', counter(3, 2, 3));
    expect(overlay.get('counter', 'c')?.n).toBe(3);
    expect([...overlay.changes()]).toEqual([]);
    const above = new Overlay(overlay, 5);
    above.put('counter', counter(4));
    expect([...above.changes()]).toMatchObject([{ before: { n: 3 }, doc: { n: 4, rev: 4, seq: 5 } }]);
  });

  it('the world goes before a visitor', () => {
    const overlay = new Overlay(at(4, counter(5, 4, 5)), 5);
    overlay.visit('counter', counter(3, 2, 3));
    expect(overlay.get('counter', 'c')?.n).toBe(5);
  });

  it('takes over what was decided above it, so that the next order sees it', () => {
    const base = new Overlay(at(4, counter(1, 4, 1)));
    for (const seq of [5, 6]) {
      const above = new Overlay(base, seq);
      above.put('counter', counter((above.get('counter', 'c')?.n ?? 0) + 1));
      base.absorb(seq, above.changes());
    }
    expect([...base.changes()]).toMatchObject([{ before: { n: 1, rev: 1 }, doc: { n: 3, rev: 3, seq: 6 } }]);
    expect(base.seq).toBe(6);
  });
});

describe('the live world', () => {
  it('holds what changed and lets go of what left', () => {
    const world = new LiveWorld();
    world.apply(1, [{ kind: 'counter', id: 'c', before: undefined, doc: counter(1, 1, 1) }]);
    expect([world.seq, world.size('counter'), world.kinds(), [...world.all('counter')].length]).toEqual([1, 1, ['counter'], 1]);
    world.apply(2, [{ kind: 'counter', id: 'c', before: counter(1, 1, 1), doc: undefined }]);
    expect([world.seq, world.size('counter'), world.get('counter', 'c')]).toEqual([2, 0, undefined]);
  });

  it('a document is never changed in place', () => {
    const world = new LiveWorld();
    const organisation = { type: 'organisation.added', organisation: { id: '360700', kind: 'city', name: '赣州市', nameEn: 'Ganzhou' } } as const;
    commit(world, [organisation]);
    const before = structuredClone(world.get('organisation', '360700'));
    const held = world.get('organisation', '360700');
    commit(world, [{ ...organisation, organisation: { ...organisation.organisation, name: '赣州' } }]);
    expect(held).toEqual(before);
    expect(world.get('organisation', '360700')).toMatchObject({ name: '赣州', rev: 2, seq: 2 });
  });

  it('folding tells the changes and leaves the world as it is', () => {
    const world = new LiveWorld();
    const changes = fold(world, {
      seq: 1,
      at: '2026-06-01T02:00:00.000Z',
      actor: SYSTEM,
      events: [{ type: 'organisation.added', organisation: { id: 'x', kind: 'team', name: 'x', nameEn: 'x' } }],
    });
    expect(changes).toHaveLength(1);
    expect([world.seq, world.size('organisation')]).toEqual([0, 0]);
  });
});
