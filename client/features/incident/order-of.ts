import { compareMarks, markOf } from '#client/map/mark.ts';
import type { Incident } from '#shared/incident/state.ts';

/** Open before closed, then by level, then the latest entry first. Equal ones keep an order by number, so that rows never swap at random. */
export function compareIncidents(a: Incident, b: Incident): number {
  return (
    Number(a.status === 'closed') - Number(b.status === 'closed') ||
    compareMarks(markOf(a), markOf(b)) ||
    order(b.lastEntryAt, a.lastEntryAt) ||
    order(b.number, a.number)
  );
}

function order(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
