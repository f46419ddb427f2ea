import { z } from 'zod';
import { DeadlineRule, Holiday, Ladder, NumberRule } from './tables.ts';

const MOST_ROWS = 1000;
const tableRows = z.discriminatedUnion('rulebookId', [
  z.strictObject({ rulebookId: z.literal('holidays'), rows: z.array(Holiday).max(MOST_ROWS), reason: z.string().trim().min(1).max(1000) }),
  z.strictObject({ rulebookId: z.literal('numbers'), rows: z.array(NumberRule).max(MOST_ROWS), reason: z.string().trim().min(1).max(1000) }),
  z.strictObject({ rulebookId: z.literal('report-deadlines'), rows: z.array(DeadlineRule).max(MOST_ROWS), reason: z.string().trim().min(1).max(1000) }),
  z.strictObject({ rulebookId: z.literal('severity'), rows: z.array(Ladder).max(MOST_ROWS), reason: z.string().trim().min(1).max(1000) }),
]);
const id = z.enum(['holidays', 'numbers', 'report-deadlines', 'severity']);
const version = z.number().int().positive();

export const rulebookOrders = {
  /** Given by the server at its start: rows that it brings and that the table does not have yet. */
  'rulebook.found': tableRows,
  /** Rows that are to be changed or added; the others stay. */
  'rulebook.propose': tableRows,
  'rulebook.approve': z.strictObject({ rulebookId: id, version }),
  'rulebook.reject': z.strictObject({ rulebookId: id, version, reason: z.string().trim().min(1).max(1000) }),
} as const;
