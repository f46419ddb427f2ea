import { z } from 'zod';
import { PLAN_KINDS } from '#shared/plan/content.ts';
import { CYCLE } from '#shared/recurrence/rule.ts';
import { Confidence } from '#shared/rulebook/tables.ts';
import { PURPOSES } from '#shared/schedule/orders.ts';
import cycles from './rules/cycles.json' with { type: 'json' };

/** How often something is demanded of plans of a kind (rules B.7). What is not law is offered as a beginning and may be set otherwise. */
export const CycleRule = z.strictObject({
  id: z.string().regex(/^[a-z]+\.[a-z-]+$/),
  purpose: z.enum(PURPOSES),
  rrule: z.string().regex(CYCLE),
  kinds: z.array(z.enum(PLAN_KINDS)).min(1),
  zh: z.string().min(1),
  en: z.string().min(1),
  tag: Confidence,
  source: z.string().min(1),
});
export type CycleRule = z.infer<typeof CycleRule>;

export const CYCLES: readonly CycleRule[] = z.strictObject({ cycles: z.array(CycleRule) }).parse(cycles).cycles;

export const cyclesOf = (kind: CycleRule['kinds'][number]): CycleRule[] => CYCLES.filter(({ kinds }) => kinds.includes(kind));
