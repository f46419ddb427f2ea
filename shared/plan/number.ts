import type { PlanContent } from './content.ts';
import { PARTS } from './parts.ts';

/** The number by which people call a clause, `5.2`: its part and its place in it. Names stay from version to version, numbers move. */
export function clauseNumbers({ clauses }: Pick<PlanContent, 'clauses'>): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  return new Map(
    clauses.map(({ id, part }) => {
      const n = (counts.get(part) ?? 0) + 1;
      counts.set(part, n);
      return [id, `${PARTS.indexOf(part) + 1}.${n}`];
    }),
  );
}
