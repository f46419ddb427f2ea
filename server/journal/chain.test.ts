import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sealed } from '#test/support/sealed.ts';
import { digestOf, hashOf } from './chain.ts';

describe('digests', () => {
  it('do not depend on the order of fields, at any depth', () => {
    expect(digestOf({ a: 1, b: { c: [1, 2], d: null } })).toBe(digestOf({ b: { d: null, c: [1, 2] }, a: 1 }));
  });

  it('tell apart what differs', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const same = JSON.stringify(sortedKeys(a)) === JSON.stringify(sortedKeys(b));
        expect(digestOf(a) === digestOf(b)).toBe(same);
      }),
    );
    expect(digestOf([1, 2])).not.toBe(digestOf([2, 1]));
    expect(digestOf({ a: '1' })).not.toBe(digestOf({ a: 1 }));
    expect(digestOf({})).not.toBe(digestOf([]));
  });
});

describe('hashes', () => {
  it('are the same for the same commit, and cover the one before', () => {
    const [a] = sealed(1);
    const [b] = sealed(1, { seq: 0, hash: 'f'.repeat(64) });
    expect(a && hashOf(a)).toBe(a?.hash);
    expect(a?.hash).not.toBe(b?.hash);
    expect(a?.hash).toMatch(/^[0-9a-f]{64}$/);
  });
});

function sortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedKeys);
  if (value === null || typeof value !== 'object') return value;
  const fields = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, sortedKeys(inner)]);
  return { fields };
}
