import { markOf, type Mark } from '#client/map/mark.ts';
import type { Incident } from '#shared/incident/state.ts';
import type { Figure } from './figures.ts';

export const MARKS: readonly Mark[] = [1, 2, 3, 4, 'pending'];

export interface Totals {
  open: number;
  byMark: Readonly<Record<Mark, number>>;
  figures: Readonly<Record<Figure, number>>;
}

/** Sums over what is open. A figure that nobody gave adds nothing. */
export function totalsOf(incidents: readonly Incident[]): Totals {
  const byMark: Record<Mark, number> = { 1: 0, 2: 0, 3: 0, 4: 0, pending: 0, none: 0 };
  const figures: Record<Figure, number> = { dead: 0, missing: 0, seriousInjured: 0, minorInjured: 0, trapped: 0, evacuated: 0 };
  const open = incidents.filter(({ status }) => status === 'open');
  for (const incident of open) {
    byMark[markOf(incident)] += 1;
    for (const [figure, count] of Object.entries(incident.casualties)) if (figure in figures) figures[figure as Figure] += count ?? 0;
  }
  return { open: open.length, byMark, figures };
}
