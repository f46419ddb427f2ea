import { hoursOf } from '#plans/rules.ts';
import type { ClockworkRules } from '#shared/clockwork.ts';
import { numberOf } from '#shared/rulebook/state.ts';
import type { World } from '#shared/world.ts';

/** The numbers that the clockwork reads, as the table holds them now. What the operator has set for this server goes before the table. */
export function clockworkRules(world: World, archiveAfterHours: number | undefined): ClockworkRules {
  return {
    archiveAfterHours: archiveAfterHours ?? numberOf(world, 'desk.archive-after', hoursOf('desk.archive-after')),
    climbAfterMinutes: numberOf(world, 'instruction.climb-after', hoursOf('instruction.climb-after') * 60),
  };
}
