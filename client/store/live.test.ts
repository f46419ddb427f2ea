import { describe, expect, it } from 'vitest';
import type { Frame, Put, Snapshot } from '#shared/feed.ts';
import { apply, applySnapshot, documentsOf, NOTHING, type Live } from './live.ts';

const put = (id: string, seq: number): Put => ({
  kind: 'organisation',
  id,
  doc: { id, seq, rev: 1, readers: [], kind: 'county', name: `${id}@${seq}`, nameEn: id },
});
const drop = (id: string): { kind: 'organisation'; id: string } => ({ kind: 'organisation', id });
const frame = (seq: number, puts: Put[], drops: { kind: 'organisation'; id: string }[] = []): Frame => ({ seq, puts, drops });
const snapshot = (seq: number, docs: Put[], more: Partial<Snapshot> = {}): Snapshot => ({ journal: 'j1', seq, complete: true, docs, drops: [], ...more });
const after = (start: Live, ...frames: Frame[]): Live => frames.reduce((live, next) => apply(live, next).live, start);
const held = (live: Live): string[] => [...documentsOf(live, 'organisation').values()].map((doc) => doc.name).toSorted();

const start = applySnapshot(NOTHING, snapshot(5, [put('a', 3), put('b', 5)])).live;

describe('live documents', () => {
  it('a frame applied twice changes nothing', () => {
    const one = frame(7, [put('a', 7)], [drop('b')]);
    const once = after(start, one);
    const { live, effect } = apply(once, one);
    expect(held(live)).toEqual(held(once));
    expect(effect).toEqual({ puts: [], drops: [], reset: false });
  });

  it('a put older than what is held is ignored', () => {
    expect(held(after(start, frame(9, [put('a', 9)]), frame(8, [put('a', 8)])))).toEqual(['a@9', 'b@5']);
  });

  it('a drop takes a document away, unless what is held is newer than the frame', () => {
    expect(held(after(start, frame(6, [], [drop('b')])))).toEqual(['a@3']);
    expect(held(after(start, frame(9, [put('b', 9)]), frame(8, [], [drop('b')])))).toEqual(['a@3', 'b@9']);
  });

  it('a late put does not bring back what was dropped after it', () => {
    expect(held(after(start, frame(8, [], [drop('b')]), frame(7, [put('b', 7)])))).toEqual(['a@3']);
    expect(held(after(start, frame(8, [], [drop('b')]), frame(9, [put('b', 9)])))).toEqual(['a@3', 'b@9']);
  });

  it('frames in any order come to the same documents', () => {
    const frames = [frame(6, [put('a', 6), put('c', 6)]), frame(7, [put('c', 7)], [drop('b')]), frame(8, [put('b', 8)], [drop('a')])];
    const inOrder = held(after(start, ...frames));
    for (const [x, y, z] of [
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ] as const) {
      const mixed = [frames[x], frames[y], frames[z]].filter((one) => one !== undefined);
      expect(held(after(start, ...mixed))).toEqual(inOrder);
    }
  });

  it('a complete snapshot takes away what it does not name, but not what came after it', () => {
    const live = after(start, frame(9, [put('c', 9)]));
    const step = applySnapshot(live, snapshot(8, [put('a', 6)]));
    expect(held(step.live)).toEqual(['a@6', 'c@9']);
    expect(step.live.seq).toBe(9);
    expect(step.effect.drops).toEqual([drop('b')]);
  });

  it('a complete snapshot shows again what was dropped before it', () => {
    const live = after(start, frame(7, [], [drop('b')]));
    expect(held(applySnapshot(live, snapshot(8, [put('a', 3), put('b', 5)])).live)).toEqual(['a@3', 'b@5']);
  });

  it('a partial snapshot merges and drops', () => {
    const step = applySnapshot(start, snapshot(9, [put('c', 8)], { complete: false, drops: [drop('a')] }));
    expect(held(step.live)).toEqual(['b@5', 'c@8']);
  });

  it('a snapshot of another journal replaces everything, whatever the numbers', () => {
    const step = applySnapshot(start, snapshot(2, [put('z', 1)], { journal: 'j2' }));
    expect(held(step.live)).toEqual(['z@1']);
    expect([step.live.seq, step.effect.reset]).toEqual([2, true]);
  });

  it('only the kind that changed gets a new map', () => {
    const next = apply(start, { seq: 6, puts: [], drops: [] }).live;
    expect(documentsOf(next, 'organisation')).toBe(documentsOf(start, 'organisation'));
    expect(documentsOf(after(start, frame(6, [put('c', 6)])), 'organisation')).not.toBe(documentsOf(start, 'organisation'));
  });
});
