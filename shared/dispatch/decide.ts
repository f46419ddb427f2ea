import type { Order } from '#shared/catalogue.ts';
import type { Decided } from '#shared/decide.ts';
import { refuse } from '#shared/refusal.ts';
import type { Actor } from '#shared/seat.ts';
import type { World } from '#shared/world.ts';
import { decideAccept, decideDecline, decideEscalate, decideLapse, decideRemind } from './answer.ts';
import { decideAppraise } from './appraise.ts';
import { decideCertify } from './certify.ts';
import { decideCancel, decideRelease, decideStandDown } from './end.ts';
import { clockworkOnly, officerOnly, type Ground } from './ground.ts';
import { decideConfirm, decideExtend, decideOffer } from './need.ts';
import {
  decideAssign,
  decideCheckIn,
  decideDebrief,
  decideMissionLog,
  decideProgress,
  decideRoster,
  decideShare,
  decideWelfare,
  decideWelfareMissed,
} from './run.ts';
import type { Dispatch } from './state.ts';

export type DispatchOrder = Extract<Order, { type: `dispatch.${string}` }>;
export type Payload<T extends DispatchOrder['type']> = Extract<DispatchOrder, { type: T }>['payload'];
export type OfOneDispatch = Exclude<DispatchOrder, { type: 'dispatch.request' | 'dispatch.self-report' | 'dispatch.self-leave' | 'dispatch.archive' }>;

/** What follows from an order about a dispatch that is there. */
export function decideDispatch(world: World, dispatch: Dispatch, order: OfOneDispatch, actor: Actor, now: string): Decided {
  const incident = world.get('incident', dispatch.incidentId);
  if (!incident) return refuse('dispatch.unknown', 'The incident of this dispatch is gone.');
  const ground: Ground = { world, dispatch, incident, actor, now };
  switch (order.type) {
    case 'dispatch.confirm':
      return decideConfirm(ground, order.payload);
    case 'dispatch.offer':
      return decideOffer(ground, order.payload);
    case 'dispatch.accept':
      return decideAccept(ground, order.payload);
    case 'dispatch.decline':
      return decideDecline(ground, order.payload);
    case 'dispatch.remind':
      if (actor.role !== 'system') officerOnly(actor);
      return decideRemind(ground, order.payload);
    case 'dispatch.escalate':
      clockworkOnly(actor);
      return decideEscalate(ground, order.payload);
    case 'dispatch.lapse':
      clockworkOnly(actor);
      return decideLapse(ground, order.payload);
    case 'dispatch.extend':
      return decideExtend(ground, order.payload);
    case 'dispatch.stand-down':
      return decideStandDown(ground, order.payload);
    case 'dispatch.progress':
      return decideProgress(ground, order.payload);
    case 'dispatch.roster':
      return decideRoster(ground, order.payload);
    case 'dispatch.check-in':
      return decideCheckIn(ground, order.payload);
    case 'dispatch.assign':
      return decideAssign(ground, order.payload);
    case 'dispatch.welfare':
      return decideWelfare(ground, order.payload);
    case 'dispatch.welfare-missed':
      return decideWelfareMissed(ground, order.payload);
    case 'dispatch.log':
      return decideMissionLog(ground, order.payload);
    case 'dispatch.share':
      return decideShare(ground, order.payload);
    case 'dispatch.release':
      return decideRelease(ground, order.payload);
    case 'dispatch.cancel':
      return decideCancel(ground, order.payload);
    case 'dispatch.debrief':
      return decideDebrief(ground, order.payload);
    case 'dispatch.appraise':
      return decideAppraise(ground, order.payload);
    case 'dispatch.certify':
      return decideCertify(ground, order.payload);
    default:
      return order satisfies never;
  }
}
