import { describe, expect, it } from 'vitest';
import { docsAfter, fixedSource, ofKind, stepsBy, type Step } from './replay.ts';

const by = { id: 'u', name: '王', role: 'county-duty', org: '360731' } as const;
const counter = (id: string, n: number) => ({ kind: 'counter' as const, id, doc: { id, n, seq: n, rev: n, readers: [] } });
const steps: Step[] = [
  { seq: 1, at: '2026-06-01T02:00:00.000Z', by, order: 'a', puts: [counter('x', 1)], drops: [] },
  { seq: 4, at: '2026-06-01T02:10:00.000Z', by, order: 'b', puts: [counter('x', 2), counter('y', 1)], drops: [] },
  { seq: 9, at: '2026-06-01T02:30:00.000Z', by, order: 'c', puts: [], drops: [{ kind: 'counter', id: 'y' }] },
];

describe('a past moment', () => {
  it('holds the latest that each document had become by then, and not what had gone', () => {
    const told = (count: number) => ofKind(docsAfter(steps, count), 'counter').map(({ id, n }) => `${id}${n}`);
    expect([told(0), told(1), told(2), told(3)]).toEqual([[], ['x1'], ['x2', 'y1'], ['x2']]);
  });

  it('lies after every step that had been taken, to the very instant', () => {
    const at = (time: string) => stepsBy(steps, Date.parse(`2026-06-01T${time}Z`));
    expect([at('01:59:59'), at('02:00:00'), at('02:09:59'), at('02:10:00'), at('05:00:00')]).toEqual([0, 1, 1, 2, 3]);
  });

  it('is read by a map as all there is', () => {
    const heard: unknown[] = [];
    fixedSource(docsAfter(steps, 2))('counter', (changes) => heard.push(changes));
    expect(heard).toEqual([{ puts: [counter('x', 2).doc, counter('y', 1).doc], drops: [], reset: true }]);
  });
});
