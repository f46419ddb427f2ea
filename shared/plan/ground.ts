import type { FenghuoEvent, Order } from '#shared/catalogue.ts';
import type { Decided } from '#shared/decide.ts';
import { refuse } from '#shared/refusal.ts';
import type { Actor } from '#shared/seat.ts';
import type { World } from '#shared/world.ts';
import type { planOrders } from './orders.ts';
import { whyNot, type LifeStep, type WhyNot } from './policy.ts';
import { editionId, type Edition, type Plan, type PlanDraft } from './state.ts';

export type PlanOrder = Extract<Order, { type: keyof typeof planOrders }>;
export type Payload<T extends PlanOrder['type']> = Extract<PlanOrder, { type: T }>['payload'];

/** A plan that is there, what is ordered about it, and by whom. */
export interface Ground {
  world: World;
  plan: Plan;
  actor: Actor;
  now: string;
}

export const done = (plan: Pick<Plan, 'id'>, event: FenghuoEvent, ...more: FenghuoEvent[]): Decided => ({ events: [event, ...more], refs: { plan: plan.id } });

export const draftOf = (plan: Plan): PlanDraft => plan.draft ?? refuse('plan.state', 'No version of it is being written.');

export const editionOf = (world: World, plan: Plan, no: number): Edition =>
  world.get('edition', editionId(plan.id, no)) ?? refuse('plan.unknown', 'The text of this version is gone.');

export const SAID: Record<WhyNot, string> = {
  'not-yours': 'Only its owner does this, or the body that approves it.',
  'not-leader': 'Only the leader of the body that approves it does this.',
  'not-reviewer': 'This seat does not review this plan.',
  'same-person': 'Somebody else than who drafted it does this.',
  stage: 'The plan is not at this point.',
  'comments-open': 'Comments of the consultation have no answer yet.',
  'no-version': 'No version of it is in force.',
  'draft-open': 'A version of it is being written.',
  abolished: 'The plan is abolished.',
};

export function allowed(step: LifeStep, { world, plan, actor }: Ground, aspect?: 'coordination' | 'legality'): void {
  const why = whyNot(step, plan, actor, world.get('organisation', actor.org), aspect);
  if (why === undefined) return;
  if (why === 'not-yours' || why === 'not-leader' || why === 'not-reviewer') refuse('not-permitted', SAID[why]);
  if (why === 'same-person') refuse('plan.same-person', SAID[why]);
  if (why === 'comments-open') refuse('plan.comments-open', SAID[why]);
  refuse(why === 'no-version' ? 'plan.not-in-force' : 'plan.state', SAID[why]);
}
