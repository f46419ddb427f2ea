import type { z } from 'zod';
import type { AlertEvent } from './alert/events.ts';
import { alertOrders } from './alert/orders.ts';
import type { ClaimEvent } from './claim/events.ts';
import { claimOrders } from './claim/orders.ts';
import type { ContactEvent } from './contact/events.ts';
import { contactOrders } from './contact/orders.ts';
import type { DispatchEvent } from './dispatch/events.ts';
import { dispatchOrders } from './dispatch/orders.ts';
import type { DutyEvent } from './duty/events.ts';
import { dutyOrders } from './duty/orders.ts';
import type { FileEvent } from './file/events.ts';
import { fileOrders } from './file/orders.ts';
import type { IncidentEvent } from './incident/events.ts';
import { incidentOrders } from './incident/orders.ts';
import type { TieEvent } from './incident/tie-events.ts';
import type { InstructionEvent } from './instruction/events.ts';
import { instructionOrders } from './instruction/orders.ts';
import type { OrganisationEvent } from './organisation/events.ts';
import { organisationOrders } from './organisation/orders.ts';
import type { PersonEvent } from './person/events.ts';
import { personOrders } from './person/orders.ts';
import type { PlanEvent } from './plan/events.ts';
import { planOrders } from './plan/orders.ts';
import type { ReportEvent } from './report/events.ts';
import { reportOrders } from './report/orders.ts';
import type { ResponseEvent } from './response/events.ts';
import { responseOrders } from './response/orders.ts';
import type { RulebookEvent } from './rulebook/events.ts';
import { rulebookOrders } from './rulebook/orders.ts';
import type { ScheduleEvent } from './schedule/events.ts';
import { scheduleOrders } from './schedule/orders.ts';
import type { SeatEvent } from './access/events.ts';
import { seatOrders } from './access/orders.ts';
import type { SketchEvent } from './sketch/events.ts';
import { sketchOrders } from './sketch/orders.ts';
import type { TeamEvent } from './team/events.ts';
import { teamOrders } from './team/orders.ts';
import type { PreferenceEvent } from './preference/events.ts';
import { preferenceOrders } from './preference/orders.ts';
import type { ViewEvent } from './view/events.ts';
import { viewOrders } from './view/orders.ts';

/** Every order that can be given, by type, with the schema of its payload. */
export const ORDERS = {
  ...alertOrders,
  ...claimOrders,
  ...contactOrders,
  ...dispatchOrders,
  ...dutyOrders,
  ...fileOrders,
  ...incidentOrders,
  ...instructionOrders,
  ...organisationOrders,
  ...personOrders,
  ...planOrders,
  ...reportOrders,
  ...responseOrders,
  ...rulebookOrders,
  ...scheduleOrders,
  ...seatOrders,
  ...sketchOrders,
  ...teamOrders,
  ...preferenceOrders,
  ...viewOrders,
} as const;
export type OrderType = keyof typeof ORDERS;
export type Payload<T extends OrderType> = z.infer<(typeof ORDERS)[T]>;
export type Order = { [T in OrderType]: { id: string; type: T; payload: Payload<T> } }[OrderType];

/** Every event there is. */
export type FenghuoEvent =
  | AlertEvent
  | ClaimEvent
  | ContactEvent
  | DispatchEvent
  | DutyEvent
  | FileEvent
  | IncidentEvent
  | InstructionEvent
  | TieEvent
  | OrganisationEvent
  | PersonEvent
  | PlanEvent
  | ReportEvent
  | ResponseEvent
  | RulebookEvent
  | ScheduleEvent
  | SeatEvent
  | SketchEvent
  | TeamEvent
  | PreferenceEvent
  | ViewEvent;

export const isOrderType = (type: string): type is OrderType => Object.hasOwn(ORDERS, type);
