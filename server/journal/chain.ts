import { createHash } from 'node:crypto';
import type { Commit } from '#shared/commit.ts';

/** What the first commit follows. */
export const GENESIS = '0'.repeat(64);

/** The hash of a commit covers all of it and the hash before it: no past commit can change without every later one. */
export function hashOf(commit: Omit<Commit, 'hash'>): string {
  const { seq, order, actor, at, events, refs, streams, prev } = commit;
  const text = JSON.stringify([seq, order.id, order.type, order.digest, actor, at, events, refs, streams, prev]);
  return createHash('sha256').update(text).digest('hex');
}

/** Stands for the payload: the same order id with another body is another order. */
export function digestOf(payload: unknown): string {
  return createHash('sha256').update(canonical(payload)).digest('base64url');
}

/** The same text for the same content, in whatever order its fields came. */
export const canonical = (payload: unknown): string => JSON.stringify(sorted(payload));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
