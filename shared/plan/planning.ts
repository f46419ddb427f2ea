import type { Order } from '#shared/catalogue.ts';
import type { Decided } from '#shared/decide.ts';
import { ofIncident, readablePlan } from '#shared/readable.ts';
import { decideSchedule, type ScheduleOrder } from '#shared/schedule/decide.ts';
import { scheduleOrders } from '#shared/schedule/orders.ts';
import type { Seat } from '#shared/seat.ts';
import type { World } from '#shared/world.ts';
import { decideDraft, decideFound } from './begin.ts';
import { decidePlan } from './decide.ts';
import type { PlanOrder } from './ground.ts';
import { planOrders } from './orders.ts';

type Planning = PlanOrder | ScheduleOrder;

export const isPlanning = (order: Order): order is Planning => Object.hasOwn(planOrders, order.type) || Object.hasOwn(scheduleOrders, order.type);

/** What follows from an order about plans and what they demand again and again. */
export function decidePlanning(world: World, order: Planning, seat: Seat, now: string): Decided {
  const { actor } = seat;
  switch (order.type) {
    case 'plan.draft': {
      const { fromPlanId } = order.payload;
      return decideDraft(world, order.payload, fromPlanId === undefined ? undefined : readablePlan(world, fromPlanId, seat, 'fromPlanId'), order.id, actor);
    }
    case 'plan.found':
      return decideFound(world, order.payload, actor);
    case 'plan.edit':
    case 'plan.comment':
    case 'plan.resolve':
    case 'plan.submit':
    case 'plan.review':
    case 'plan.approve':
    case 'plan.issue':
    case 'plan.take-effect':
    case 'plan.file':
    case 'plan.withdraw':
    case 'plan.evaluate':
    case 'plan.retire':
      return decidePlan({ world, plan: readablePlan(world, order.payload.planId, seat), actor, now }, order);
    case 'plan.revise': {
      // What has shown the need is something that this seat may see.
      ofIncident(world, order.payload.incidentId, seat);
      return decidePlan({ world, plan: readablePlan(world, order.payload.planId, seat), actor, now }, order);
    }
    case 'plan.schedule':
    case 'plan.postpone':
    case 'plan.complete':
    case 'plan.unschedule':
    case 'plan.remind':
    case 'plan.miss':
      return decideSchedule(world, order, (id) => readablePlan(world, id, seat), actor, now);
    default:
      return order satisfies never;
  }
}
