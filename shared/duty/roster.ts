import type { Named } from './events.ts';
import type { PlannedShift } from './orders.ts';
import type { Shift } from './state.ts';

export interface Crew {
  officers: readonly Named[];
  leader: Named;
}

/** Shifts from one change to the next, the crews in turn from the one given. */
export function rotate(changes: readonly string[], crews: readonly Crew[], first = 0): PlannedShift[] {
  return changes.slice(0, -1).flatMap((from, i) => {
    const [crew, to] = [crews[(first + i) % crews.length], changes[i + 1]];
    return crew && to !== undefined ? [{ from, to, officers: [...crew.officers], leader: crew.leader }] : [];
  });
}

export type RosterWarning = { kind: 'gap'; from: string; to: string } | { kind: 'double'; shiftId: string; name: string };

/** Where nobody is planned, and who has two shifts in a row. */
export function warningsOf(shifts: Iterable<Pick<Shift, 'id' | 'from' | 'to' | 'officers'>>): RosterWarning[] {
  const rows = [...shifts].sort((a, b) => (a.from < b.from ? -1 : 1));
  return rows.flatMap((shift, i): RosterWarning[] => {
    const next = rows[i + 1];
    if (!next) return [];
    const gap: RosterWarning[] = next.from > shift.to ? [{ kind: 'gap', from: shift.to, to: next.from }] : [];
    if (gap.length > 0) return gap;
    return next.officers.filter(({ id }) => shift.officers.some((one) => one.id === id)).map(({ name }) => ({ kind: 'double', shiftId: next.id, name }));
  });
}
