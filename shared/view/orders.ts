import { z } from 'zod';
import { Adcode } from '#shared/region.ts';

/** As they are marked: a level, none yet, or none because the class has none. */
export const MARKS = [1, 2, 3, 4, 'pending', 'none'] as const;
export const STATES = ['open', 'closed', 'both'] as const;

/** What of the incidents is shown. Nothing given is everything that is open. */
export const ViewFilter = z.strictObject({
  /** Parts stand beneath what they are parts of. */
  grouped: z.boolean().optional(),
  category: z.enum(['N', 'A', 'H', 'S']).optional(),
  levels: z
    .array(z.union(MARKS.map((mark) => z.literal(mark))))
    .max(MARKS.length)
    .optional(),
  status: z.enum(STATES).optional(),
  county: Adcode.optional(),
  /** Logged by oneself or by one's own organisation. */
  mine: z.boolean().optional(),
  unread: z.boolean().optional(),
  /** With a report that is late. */
  overdue: z.boolean().optional(),
  text: z.string().max(100).optional(),
});
export type ViewFilter = z.infer<typeof ViewFilter>;

/** Keeps a way of looking under a name, for oneself. One of the same name is replaced. */
export const SaveView = z.strictObject({ name: z.string().trim().min(1).max(30), filter: ViewFilter });

export const RemoveView = z.strictObject({ viewId: z.uuid() });

export const viewOrders = { 'view.save': SaveView, 'view.remove': RemoveView } as const;
