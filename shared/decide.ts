import { decideGrant, decideRevoke } from './access/decide.ts';
import { decideAlert, decideDraft } from './alert/decide.ts';
import type { FenghuoEvent, Order } from './catalogue.ts';
import { decideClaim } from './claim/decide.ts';
import { decideContact } from './contact/decide.ts';
import { decideDispatch } from './dispatch/decide.ts';
import { decideRequest } from './dispatch/need.ts';
import { decideArchiveSelf, decideSelfLeave, decideSelfReport } from './dispatch/self.ts';
import { decideDuty } from './duty/decide.ts';
import { decideAttach } from './file/decide.ts';
import { decideIncident } from './incident/decide-order.ts';
import { decideGive, decideInstruction } from './instruction/decide.ts';
import { decidePlanning, isPlanning } from './plan/planning.ts';
import type { Refs } from './order.ts';
import { decideOrganisationAdd } from './organisation/decide.ts';
import { decideHold, decidePurge, decideRecordPerson, decideReveal } from './person/decide.ts';
import { incidentForFile, ofIncident, personFor, readable, readableDispatch, readableInstruction, readableMission, readableSketch } from './readable.ts';
import { mayRead } from './readers.ts';
import { withDeadlines } from './report/consequences.ts';
import { decideReport } from './report/decide.ts';
import { decideResponding, isResponding } from './response/responding.ts';
import { decideApprove, decideFound, decidePropose, decideReject } from './rulebook/decide.ts';
import type { Seat } from './seat.ts';
import { decideArchiveSketch, decideChange, decideDraw, decideRemove } from './sketch/decide.ts';
import { decideTeam } from './team/decide.ts';
import { decideKeepPreference } from './preference/decide.ts';
import { decideRemoveView, decideSaveView } from './view/decide.ts';
import type { World } from './world.ts';

/** What follows from an order. Never empty, so an order that was taken is always in the journal. */
export interface Decided {
  events: readonly [FenghuoEvent, ...FenghuoEvent[]];
  refs: Refs;
}

/** Pure: no clock, no chance, no I/O; refuses by throwing a Refusal. */
export function decide(world: World, order: Order, seat: Seat, now: string): Decided {
  return withDeadlines(world, decideOrder(world, order, seat, now), seat.actor, now);
}

/** An order of a domain that decides on all of its own. */
const isOf = <P extends string>(order: Order, domain: P): order is Extract<Order, { type: `${P}.${string}` }> => order.type.startsWith(`${domain}.`);

/** One switch: the list of what can be asked. */
function decideOrder(world: World, order: Order, seat: Seat, now: string): Decided {
  const { actor } = seat;
  if (isPlanning(order)) return decidePlanning(world, order, seat, now);
  if (isResponding(order)) return decideResponding(world, order, seat, now);
  if (order.type === 'alert.draft') return decideDraft({ world, seat, now }, order.payload, order.id, ofIncident(world, order.payload.incidentId, seat));
  if (isOf(order, 'alert')) return decideAlert({ world, seat, now }, order);
  if (isOf(order, 'claim')) return decideClaim(world, order, seat, now);
  if (isOf(order, 'team') || isOf(order, 'member')) return decideTeam(world, order, actor, now);
  if (isOf(order, 'incident')) return decideIncident(world, order, seat, now);
  switch (order.type) {
    case 'contact.save':
    case 'contact.verify':
    case 'contact.remove':
    case 'contact.reveal':
      return decideContact(world, order, actor);
    case 'dispatch.request':
      return decideRequest(world, readable(world, order.payload.incidentId, seat), order.payload, order.id, actor, now);
    case 'dispatch.self-report':
      return decideSelfReport(world, ofIncident(world, order.payload.incidentId, seat), order.payload, order.id, actor);
    case 'dispatch.self-leave':
      return decideSelfLeave(world, readableMission(world, order.payload.missionId, seat), order.payload, actor);
    case 'dispatch.archive':
      return decideArchiveSelf(readableMission(world, order.payload.missionId, seat), actor);
    case 'dispatch.confirm':
    case 'dispatch.offer':
    case 'dispatch.accept':
    case 'dispatch.decline':
    case 'dispatch.progress':
    case 'dispatch.roster':
    case 'dispatch.check-in':
    case 'dispatch.assign':
    case 'dispatch.welfare':
    case 'dispatch.welfare-missed':
    case 'dispatch.log':
    case 'dispatch.share':
    case 'dispatch.release':
    case 'dispatch.cancel':
    case 'dispatch.extend':
    case 'dispatch.stand-down':
    case 'dispatch.remind':
    case 'dispatch.escalate':
    case 'dispatch.lapse':
    case 'dispatch.debrief':
    case 'dispatch.appraise':
    case 'dispatch.certify':
      return decideDispatch(world, readableDispatch(world, order.payload.dispatchId, seat), order, actor, now);
    case 'duty.plan':
    case 'duty.cancel':
    case 'duty.swap':
    case 'duty.answer':
    case 'duty.start':
    case 'duty.note':
    case 'duty.correct':
    case 'duty.check':
    case 'duty.hand':
    case 'duty.take':
    case 'duty.resume':
    case 'duty.sign':
    case 'duty.alarm':
    case 'duty.archive':
      return decideDuty(world, order, actor, now);
    case 'file.attach':
      return decideAttach(incidentForFile(world, order.payload.incidentId, seat), order.payload, order.id, actor);
    case 'instruction.give':
      return decideGive(world, readable(world, order.payload.incidentId, seat), order.payload, order.id, actor, now);
    case 'instruction.pass':
    case 'instruction.acknowledge':
    case 'instruction.done':
    case 'instruction.report':
    case 'instruction.climb':
      return decideInstruction(world, readableInstruction(world, order.payload.instructionId, seat), order, actor);
    case 'organisation.add':
      return decideOrganisationAdd(world, order.payload, actor);
    case 'person.record':
      return decideRecordPerson(readable(world, order.payload.incidentId, seat), order.payload, order.id, actor);
    case 'person.reveal': {
      const person = personFor(world, order.payload.personId, seat);
      return decideReveal(readable(world, person.incidentId, seat), person, order.payload, actor);
    }
    case 'person.purge':
      return decidePurge(readable(world, order.payload.incidentId, seat), order.payload, actor, now);
    case 'person.hold':
      return decideHold(readable(world, order.payload.incidentId, seat), order.payload, actor);
    case 'report.draft':
    case 'report.revise':
    case 'report.submit':
    case 'report.approve':
    case 'report.return':
    case 'report.send':
    case 'report.acknowledge':
    case 'report.phone':
    case 'report.find':
    case 'report.unsettle':
    case 'report.national':
    case 'report.waive':
    case 'report.lapse':
      return decideReport(
        world,
        order,
        actor,
        now,
        (id) => readable(world, id, seat),
        (readers) => mayRead(new Set(seat.rooms), readers),
      );
    case 'rulebook.found':
      return decideFound(world, order.payload, actor);
    case 'rulebook.propose':
      return decidePropose(world, order.payload, actor);
    case 'rulebook.approve':
      return decideApprove(world, order.payload, actor);
    case 'rulebook.reject':
      return decideReject(world, order.payload, actor);
    case 'seat.grant':
      return decideGrant(order.payload, actor);
    case 'seat.revoke':
      return decideRevoke(order.payload, actor);
    case 'sketch.draw':
      return decideDraw(world, ofIncident(world, order.payload.incidentId, seat), order.payload, order.id, actor);
    case 'sketch.change': {
      const sketch = readableSketch(world, order.payload.sketchId, seat);
      return decideChange(sketch, ofIncident(world, sketch.incidentId, seat), order.payload, actor);
    }
    case 'sketch.remove': {
      const sketch = readableSketch(world, order.payload.sketchId, seat);
      return decideRemove(sketch, ofIncident(world, sketch.incidentId, seat), order.payload, actor);
    }
    case 'sketch.archive':
      return decideArchiveSketch(readableSketch(world, order.payload.sketchId, seat), order.payload, actor);
    case 'preference.keep':
      return decideKeepPreference(order.payload, actor);
    case 'view.save':
      return decideSaveView(world, order.payload, order.id, actor);
    case 'view.remove':
      return decideRemoveView(world.get('view', order.payload.viewId), actor);
    default:
      return order satisfies never;
  }
}
