import type { Decided } from '#shared/decide.ts';
import { chainOf } from '#shared/instruction/policy.ts';
import { refuse } from '#shared/refusal.ts';
import { numberOf } from '#shared/rulebook/state.ts';
import { scheduleSet } from '#shared/schedule/decide.ts';
import type { ScheduleSet } from '#shared/schedule/events.ts';
import type { Actor } from '#shared/seat.ts';
import type { World } from '#shared/world.ts';
import type { PlanContent } from './content.ts';
import { readersOf } from './evolve.ts';
import { done, editionOf, type Payload } from './ground.ts';
import { kindsOf } from './policy.ts';
import type { Plan } from './state.ts';

const REVIEW_MONTHS = 36;
const ZONE = 'Asia/Shanghai';

export function decideDraft(world: World, order: Payload<'plan.draft'>, pattern: Plan | undefined, id: string, actor: Actor): Decided {
  const { confidential = false, title } = order;
  const from = pattern && {
    planId: pattern.id,
    no: pattern.current?.no ?? refuse('plan.not-in-force', 'The pattern has no version in force.', [{ path: 'fromPlanId', message: 'not in force' }]),
  };
  const text = order.content ?? (pattern && from ? editionOf(world, pattern, from.no).content : undefined);
  if (!text) return refuse('invalid', 'A plan has a text.', [{ path: 'content', message: 'is missing' }]);
  const content: PlanContent = title ? { ...text, title } : text;
  if (!kindsOf(actor).includes(content.kind))
    refuse('not-permitted', 'This seat does not write plans of this kind.', [{ path: 'content.kind', message: 'not from here', current: kindsOf(actor) }]);
  return done(
    { id },
    { type: 'plan.drafted', planId: id, owner: actor.org, above: aboveOf(world, actor.org), content, confidential, ...(from ? { pattern: from } : {}) },
  );
}

/** Once for each file of the library: what people have made of it since is left alone. */
export function decideFound(world: World, { planId, key, owner, content, on }: Payload<'plan.found'>, actor: Actor): Decided {
  if (actor.role !== 'system') refuse('not-permitted', 'The library is brought by the server.');
  if (world.get('plan', planId)) refuse('plan.state', 'This plan of the library is there already.');
  const above = aboveOf(world, owner);
  const readers = readersOf({ owner, above, confidential: false, versions: [{ no: 1, docNo: key, issuedAt: on, effectiveAt: on }], slips: [] });
  return done({ id: planId }, { type: 'plan.founded', planId, key, owner, above, content, on }, firstReview(world, { id: planId, readers }, on));
}

function aboveOf(world: World, org: string): string[] {
  const { parent } = world.get('organisation', org) ?? {};
  return chainOf({ id: org, ...(parent === undefined ? {} : { parent }) }).filter((one) => one !== org);
}

/** Every plan is reviewed once in so many months from its issue, unless somebody sets another cycle. */
export function firstReview(world: World, plan: Pick<Plan, 'id' | 'readers'>, on: string): ScheduleSet {
  const months = numberOf(world, 'plan.review-every', REVIEW_MONTHS);
  const rule = months % 12 === 0 ? `FREQ=YEARLY;INTERVAL=${months / 12}` : `FREQ=MONTHLY;INTERVAL=${months}`;
  return scheduleSet(plan, `${plan.id}.review`, { purpose: 'review', rule, anchor: `${on}T09:00`, zone: ZONE, cycleId: 'plan.review-every' });
}
