import { createHash } from 'node:crypto';

/** A UUID that the same words always make: for orders that the system gives, which must happen once on any node and after any crash. */
export function derivedId(...words: readonly unknown[]): string {
  const hex = createHash('sha256').update(JSON.stringify(words)).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
