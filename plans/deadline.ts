import { DeadlineRule } from '#shared/rulebook/tables.ts';
import { z } from 'zod';
import reportDeadlines from './rules/report-deadlines.json' with { type: 'json' };

/** The table of report deadlines as it is brought (rules B.5). What the city has changed since stands in its rulebook. */
export const DEADLINE_RULES: readonly DeadlineRule[] = z.strictObject({ rules: z.array(DeadlineRule) }).parse(reportDeadlines).rules;
