import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Due } from '#shared/clockwork.ts';
import { DueHeap } from './due-heap.ts';

const due = (n: number): Due => ({
  rule: 'incident.archive',
  at: new Date(n * 60_000).toISOString(),
  order: { type: 'incident.archive', payload: { incidentId: String(n) } },
});

type Step = { replace: { key: string; minutes: number[] } } | 'pop' | { dueBy: number };
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ replace: fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd'), minutes: fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 3 }) }) }),
  fc.constant('pop' as const),
  fc.record({ dueBy: fc.integer({ min: 0, max: 20 }) }),
);

/** The same, as plain as can be. */
class Model {
  #dues: { key: string; due: Due }[] = [];
  get dues(): Due[] {
    return this.#dues.map((entry) => entry.due);
  }
  replace(key: string, dues: Due[]): void {
    this.#dues = [...this.#dues.filter((entry) => entry.key !== key), ...dues.map((one) => ({ key, due: one }))];
  }
  remove(due: Due): void {
    this.#dues = this.#dues.filter((entry) => entry.due !== due);
  }
}

describe('due instants', () => {
  it('come up in their order whatever was replaced and taken meanwhile', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const heap = new DueHeap();
        const model = new Model();
        for (const one of steps) {
          if (one === 'pop') {
            const popped = heap.pop();
            const earliest = model.dues.map(({ at }) => at).sort()[0];
            expect(popped?.at).toBe(earliest);
            if (popped) {
              expect(model.dues).toContain(popped);
              model.remove(popped);
            }
          } else if ('replace' in one) {
            const dues = one.replace.minutes.map(due);
            heap.replace(one.replace.key, dues);
            model.replace(one.replace.key, dues);
          } else {
            const { at } = due(one.dueBy);
            expect(heap.dueBy(at)).toBe(model.dues.filter((other) => other.at <= at).length);
          }
          expect(heap.size).toBe(model.dues.length);
          expect(heap.peek()?.at).toBe(model.dues.map(({ at }) => at).sort()[0]);
        }
      }),
      { numRuns: 500 },
    );
  });
});
