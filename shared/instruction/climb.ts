import type { Due } from '#shared/clockwork.ts';
import type { Organisation } from '#shared/organisation/state.ts';
import { cityOf } from '#shared/region.ts';
import { addMinutes } from '#shared/time.ts';
import { chainOf, isUnanswered } from './policy.ts';
import type { Instruction } from './state.ts';

/** One level up, and one more: the addressee's leader, then the upper duty office. */
const RUNGS = 2;

/** Who learns, rung by rung, that nobody has acknowledged: only counties and cities have a leader's seat here. */
export function ladderOf(target: Pick<Organisation, 'id' | 'parent'>): string[] {
  const rooms = chainOf(target).flatMap((org, i) => [...(i === 0 ? [] : [`org:${org}`]), ...(hasLeader(org) ? [`lead:${org}`] : [])]);
  return rooms.slice(0, RUNGS);
}

const hasLeader = (org: string): boolean => /^\d{6}$/.test(org);

/** How often it has climbed since it was given or handed on. */
export const climbedSince = ({ steps, climbed }: Pick<Instruction, 'steps' | 'climbed'>): number =>
  climbed && climbed.at >= (steps.at(-1)?.at ?? '') ? climbed.rung : 0;

/** When the next rung learns of it: so long after it was given or handed on, and so long again. */
export function dueOfInstruction(instruction: Instruction, climbAfterMinutes: number): Due[] {
  const { id, steps, to, status } = instruction;
  const rung = climbedSince(instruction) + 1;
  const since = steps.at(-1)?.at;
  // A city has only its own leader above its duty office.
  const top = to.org === cityOf(to.org) && to.org.length === 6 ? 1 : RUNGS;
  if (!isUnanswered({ status }) || since === undefined || rung > top) return [];
  return [
    {
      rule: 'instruction.climb',
      at: addMinutes(since, climbAfterMinutes * rung),
      order: { type: 'instruction.climb', payload: { instructionId: id, rung } },
    },
  ];
}
