import type { Order } from '#shared/catalogue.ts';
import type { Decided } from '#shared/decide.ts';
import { readable } from '#shared/readable.ts';
import type { Seat } from '#shared/seat.ts';
import type { World } from '#shared/world.ts';
import { decideCorrect } from './correct.ts';
import { decideArchive, decideAssess, decideClose, decideLog, decideNote, decideUpdate } from './decide.ts';
import { decideLink, decideUnlink } from './link.ts';
import { decideMerge } from './merge.ts';
import { decideEscalate, decideReceive } from './receive.ts';
import { decideRelease, decideRestrict } from './restrict.ts';
import { decideTransfer } from './transfer.ts';

/** What follows from an order about an incident. */
export function decideIncident(world: World, order: Extract<Order, { type: `incident.${string}` }>, seat: Seat, now: string): Decided {
  const { actor } = seat;
  switch (order.type) {
    case 'incident.log':
      return decideLog(world, order.payload, order.id, actor, now);
    case 'incident.note':
      return decideNote(readable(world, order.payload.incidentId, seat), order.payload, actor, now);
    case 'incident.update':
      return decideUpdate(readable(world, order.payload.incidentId, seat), order.payload, actor, now);
    case 'incident.assess':
      return decideAssess(readable(world, order.payload.incidentId, seat), order.payload, actor);
    case 'incident.close':
      return decideClose(world, readable(world, order.payload.incidentId, seat), order.payload, actor);
    case 'incident.archive':
      return decideArchive(world, readable(world, order.payload.incidentId, seat), order.payload, actor);
    case 'incident.correct':
      return decideCorrect(world, readable(world, order.payload.incidentId, seat), order.payload, actor);
    case 'incident.restrict':
      return decideRestrict(readable(world, order.payload.incidentId, seat), order.payload, actor);
    case 'incident.release':
      return decideRelease(readable(world, order.payload.incidentId, seat), order.payload, actor);
    case 'incident.receive':
      return decideReceive(readable(world, order.payload.incidentId, seat), order.payload, actor, now);
    case 'incident.merge': {
      const { incidentId, intoIncidentId } = order.payload;
      return decideMerge(world, readable(world, incidentId, seat), readable(world, intoIncidentId, seat, 'intoIncidentId'), order.payload, actor);
    }
    case 'incident.link': {
      const { incidentId, parentIncidentId } = order.payload;
      return decideLink(world, readable(world, incidentId, seat), readable(world, parentIncidentId, seat, 'parentIncidentId'), order.payload, actor);
    }
    case 'incident.unlink':
      return decideUnlink(readable(world, order.payload.incidentId, seat), order.payload, actor);
    case 'incident.transfer':
      return decideTransfer(world, readable(world, order.payload.incidentId, seat), order.payload, actor);
    case 'incident.escalate':
      return decideEscalate(readable(world, order.payload.incidentId, seat), order.payload, actor);
    default:
      return order satisfies never;
  }
}
