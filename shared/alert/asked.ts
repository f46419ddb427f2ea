import type { Order } from '#shared/catalogue.ts';
import type { Decided } from '#shared/decide.ts';
import type { Incident } from '#shared/incident/state.ts';
import type { Seat } from '#shared/seat.ts';
import type { World } from '#shared/world.ts';
import type { AlertEvent } from './events.ts';

export type AlertOrder = Extract<Order, { type: `alert.${string}` }>;
export type AlertPayload<T extends AlertOrder['type']> = Extract<AlertOrder, { type: T }>['payload'];

/** What an order about an alert is decided from. */
export interface Asked {
  world: World;
  seat: Seat;
  now: string;
}

export const decided = (event: AlertEvent, incident?: Incident): Decided => ({
  events: [event],
  refs: { alert: event.alertId, ...(incident ? { incident: incident.id } : {}) },
});
