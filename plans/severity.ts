import { z } from 'zod';
import { hasSeverity } from '#shared/incident/classes.ts';
import type { Severity } from '#shared/incident/events.ts';
import { Ladder, type Confidence } from '#shared/rulebook/tables.ts';
import severity from './rules/severity.json' with { type: 'json' };

export type SeverityFigure = Ladder['figure'];
/** What is known of an incident in numbers, its casualties and losses in one; what nobody gave is absent. */
export type Figures = Partial<Record<SeverityFigure, number | undefined>>;

/** The ladders as they are brought. What the city has changed since stands in its rulebook. */
export const LADDERS: readonly Ladder[] = z.strictObject({ ladders: z.array(Ladder) }).parse(severity).ladders;

export interface Proposal {
  value: Severity;
  /** The criterion that fired, with the figure, the least of its level, and how sure we are of that. */
  fired: { ladder: Ladder; figure: number; least: number; tag: Confidence };
}

/**
 * The level that the figures reach: the worst single criterion wins, and says which it was. A person sets the level.
 * Null for social-security events and where no known figure fits a ladder.
 */
export function proposeSeverity(typeCode: string, figures: Figures, ladders: readonly Ladder[] = LADDERS): Proposal | null {
  return hasSeverity(typeCode) ? gradeOf(typeCode, figures, ladders) : null;
}

/** The grade by the ladders alone. Of what has no level (ERL art. 3) it is the grade of its own guideline, such as that of networks, and no severity. */
export function gradeOf(typeCode: string, figures: Figures, ladders: readonly Ladder[] = LADDERS): Proposal | null {
  let worst: Proposal | null = null;
  for (const ladder of ladders) {
    const figure = figures[ladder.figure];
    if (figure === undefined || !covers(ladder, typeCode) || !accompanied(ladder, figures)) continue;
    const value = levelOf(ladder, figure);
    if (value !== null && (worst === null || value < worst.value)) worst = { value, fired: firedBy(ladder, figure, value) };
  }
  return worst;
}

const LEVELS = [1, 2, 3, 4] as const;

function levelOf(ladder: Ladder, figure: number): Severity | null {
  return LEVELS.find((level) => figure >= (ladder.at[level] ?? Infinity)) ?? null;
}

function firedBy(ladder: Ladder, figure: number, level: Severity): Proposal['fired'] {
  return { ladder, figure, least: ladder.at[level] ?? 0, tag: ladder.tagAt?.[level] ?? ladder.tag };
}

function accompanied({ with: other }: Ladder, figures: Figures): boolean {
  return other === undefined || (figures[other.figure] ?? 0) >= other.least;
}

function covers({ classes, except = [] }: Ladder, typeCode: string): boolean {
  return classes.some((code) => typeCode.startsWith(code)) && !except.some((code) => typeCode.startsWith(code));
}
