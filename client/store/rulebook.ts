import type { Row, TableId } from '#shared/rulebook/tables.ts';
import { useDocument } from './world.ts';

const NONE: readonly never[] = [];

/** The rows of a table of rules as they hold now. None until the table has come in. */
export function useRulebook<T extends TableId>(id: T): readonly Row<T>[] {
  // The rows of a table were parsed by its schema when they came in.
  return (useDocument('rulebook', id)?.rows ?? NONE) as readonly Row<T>[];
}
