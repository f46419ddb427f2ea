import { describe, expect, it } from 'vitest';
import { sealed } from '#test/support/sealed.ts';
import { Receipts } from './receipts.ts';

describe('receipts', () => {
  it('answer a repeated order from memory, the latest so many', () => {
    const receipts = new Receipts(2);
    const commits = sealed(3);
    for (const commit of commits) receipts.add(commit);
    expect(receipts.get('order-1')).toBeUndefined();
    expect(receipts.get('order-3')).toEqual({ digest: 'd', actor: commits[2]?.actor.id, answer: { ok: true, id: 'order-3', seq: 3, refs: { user: 'u' } } });
  });
});
