import type { Row } from '#shared/rulebook/tables.ts';

/** A field of a row that is to be another. */
export interface FieldChange {
  field: string;
  /** Absent: there was no such field, or no such row. */
  from?: unknown;
  to?: unknown;
}

/** What a changed row says that the one before did not. A new row is all change. */
export function changesOf(before: Row | undefined, after: Row): FieldChange[] {
  const [from, to] = [new Map<string, unknown>(Object.entries(before ?? {})), new Map<string, unknown>(Object.entries(after))];
  return [...new Set([...from.keys(), ...to.keys()])]
    .filter((field) => field !== 'id' && JSON.stringify(from.get(field)) !== JSON.stringify(to.get(field)))
    .map((field) => ({ field, ...(from.has(field) ? { from: from.get(field) } : {}), ...(to.has(field) ? { to: to.get(field) } : {}) }));
}
