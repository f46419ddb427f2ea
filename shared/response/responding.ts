import type { Order } from '#shared/catalogue.ts';
import type { Decided } from '#shared/decide.ts';
import { incidentOf, readable, readablePlan, readableResponse, readableTask } from '#shared/readable.ts';
import type { Seat } from '#shared/seat.ts';
import type { World } from '#shared/world.ts';
import { decideLaunch, decideResponse, type ResponseOrder } from './decide.ts';
import { responseOrders } from './orders.ts';
import { decideTask } from './tasks.ts';

export const isResponding = (order: Order): order is ResponseOrder => Object.hasOwn(responseOrders, order.type);

/** What follows from an order about a response and its tasks. */
export function decideResponding(world: World, order: ResponseOrder, seat: Seat, now: string): Decided {
  const { actor } = seat;
  switch (order.type) {
    case 'response.launch': {
      const { incidentId, planId } = order.payload;
      return decideLaunch(world, readable(world, incidentId, seat), readablePlan(world, planId, seat), order.payload, order.id, actor, now);
    }
    case 'response.adjust':
    case 'response.terminate':
    case 'response.record':
    case 'response.lapse': {
      const response = readableResponse(world, order.payload.responseId, seat);
      return decideResponse(world, incidentOf(world, response.incidentId), response, order, actor, now);
    }
    case 'task.assign':
    case 'task.done':
    case 'task.skip':
    case 'task.lapse': {
      const task = readableTask(world, order.payload.taskId, seat);
      return decideTask(world, incidentOf(world, task.incidentId), task, order, actor, now);
    }
    default:
      return order satisfies never;
  }
}
