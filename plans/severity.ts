import { z } from 'zod';
import { hasSeverity } from '#shared/incident/classes.ts';
import type { Severity } from '#shared/incident/events.ts';
import { Confidence } from './rules.ts';
import severity from './rules/severity.json' with { type: 'json' };

const FIGURES = ['dead', 'seriousInjured', 'evacuated', 'directLossCny', 'burntForestHa'] as const;
export type Figures = Partial<Record<(typeof FIGURES)[number], number>>;

export const Ladder = z.strictObject({
  id: z.string(),
  /** Classes it is for: `A` is every accident, `N06` forest fires only. */
  classes: z.array(z.string()).min(1),
  except: z.array(z.string()).optional(),
  figure: z.enum(FIGURES),
  /** The least figure of each level: "以上" includes the number (PSR07 art. 3). */
  at: z.strictObject({ '1': z.number(), '2': z.number(), '3': z.number(), '4': z.number() }),
  tag: Confidence,
  source: z.string().min(1),
});
export type Ladder = z.infer<typeof Ladder>;

export const LADDERS: readonly Ladder[] = z.strictObject({ ladders: z.array(Ladder) }).parse(severity).ladders;

export interface Proposal {
  value: Severity;
  /** The criterion that fired, with the figure that reached it. */
  fired: { ladder: Ladder; figure: number };
}

/**
 * The level that the figures reach: the worst single criterion wins, and says which it was. A person sets the level.
 * Null for social-security events and where no known figure fits a ladder.
 */
export function proposeSeverity(typeCode: string, figures: Figures, ladders: readonly Ladder[] = LADDERS): Proposal | null {
  if (!hasSeverity(typeCode)) return null;
  let worst: Proposal | null = null;
  for (const ladder of ladders) {
    const figure = figures[ladder.figure];
    if (figure === undefined || !covers(ladder, typeCode)) continue;
    const value = levelOf(ladder, figure);
    if (value !== null && (worst === null || value < worst.value)) worst = { value, fired: { ladder, figure } };
  }
  return worst;
}

const LEVELS = [1, 2, 3, 4] as const;

function levelOf(ladder: Ladder, figure: number): Severity | null {
  return LEVELS.find((level) => figure >= ladder.at[level]) ?? null;
}

function covers({ classes, except = [] }: Ladder, typeCode: string): boolean {
  return classes.some((code) => typeCode.startsWith(code)) && !except.some((code) => typeCode.startsWith(code));
}
