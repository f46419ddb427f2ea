import { evolveAlert } from './alert/state.ts';
import type { FenghuoEvent } from './catalogue.ts';
import { evolveContact } from './contact/state.ts';
import { evolveForce } from './evolve-force.ts';
import { evolveDuty } from './duty/state.ts';
import { evolveFile } from './file/state.ts';
import { evolveIncident } from './incident/state.ts';
import { evolveTie } from './incident/tie-state.ts';
import { evolveInstruction } from './instruction/state.ts';
import { evolveOrganisation } from './organisation/state.ts';
import { evolvePerson, keepCustody } from './person/state.ts';
import { evolvePlan } from './plan/evolve.ts';
import { evolveReport } from './report/state.ts';
import { evolveResponse } from './response/state.ts';
import { evolveRulebook } from './rulebook/state.ts';
import { evolveSchedule } from './schedule/state.ts';
import type { Author } from './seat.ts';
import { evolveSeat } from './access/state.ts';
import { evolveSketch } from './sketch/state.ts';
import { evolvePreference } from './preference/state.ts';
import { evolveView } from './view/state.ts';
import type { Draft } from './world.ts';

/** The one reducer. Total: it skips what it does not know and never throws. */
export function evolve(draft: Draft, event: FenghuoEvent, at: string, by: Author): void {
  switch (event.type) {
    case 'alert.drafted':
    case 'alert.approved':
    case 'alert.returned':
    case 'alert.issued':
    case 'alert.cancelled':
    case 'alert.expired':
    case 'alert.archived':
    case 'alert.measured':
    case 'alert.answered':
    case 'alert.attempted':
    case 'alert.opened':
    case 'alert.climbed':
      return evolveAlert(draft, event, at, by);
    case 'contact.saved':
    case 'contact.verified':
    case 'contact.removed':
    case 'contact.revealed':
      return evolveContact(draft, event, at, by);
    case 'duty.planned':
    case 'duty.cancelled':
    case 'duty.swap-proposed':
    case 'duty.swap-answered':
    case 'duty.started':
    case 'duty.noted':
    case 'duty.corrected':
    case 'duty.checked':
    case 'duty.handover-opened':
    case 'duty.taken':
    case 'duty.resumed':
    case 'duty.signed':
    case 'duty.handed-over':
    case 'duty.relief-late':
    case 'duty.archived':
      return evolveDuty(draft, event, at, by);
    case 'file.attached':
      return evolveFile(draft, event, at, by);
    case 'incident.logged':
    case 'incident.noted':
    case 'incident.updated':
    case 'incident.assessed':
    case 'incident.closed':
    case 'incident.corrected':
    case 'incident.restricted':
    case 'incident.released':
    case 'incident.received':
    case 'incident.archived':
      evolveIncident(draft, event, at, by);
      return keepCustody(draft, event.incidentId);
    case 'incident.merged':
    case 'incident.absorbed':
    case 'incident.linked':
    case 'incident.unlinked':
    case 'incident.transferred':
    case 'incident.escalated':
      evolveTie(draft, event, at, by);
      return keepCustody(draft, event.incidentId);
    case 'instruction.given':
    case 'instruction.passed':
    case 'instruction.acknowledged':
    case 'instruction.done':
    case 'instruction.reported':
    case 'instruction.climbed':
      return evolveInstruction(draft, event, at, by);
    case 'organisation.added':
      return evolveOrganisation(draft, event);
    case 'sketch.drawn':
    case 'sketch.changed':
    case 'sketch.removed':
    case 'sketch.archived':
      return evolveSketch(draft, event, at, by);
    case 'person.recorded':
    case 'person.revealed':
    case 'person.purged':
    case 'person.held':
      return evolvePerson(draft, event, at, by);
    case 'report.drafted':
    case 'report.revised':
    case 'report.submitted':
    case 'report.approved':
    case 'report.returned':
    case 'report.sent':
    case 'report.phoned':
    case 'report.acknowledged':
    case 'report.found':
    case 'report.unsettled':
    case 'report.entered':
    case 'report.waived':
    case 'report.lapsed':
    case 'report.deadlines-reckoned':
      return evolveReport(draft, event, at, by);
    case 'plan.drafted':
    case 'plan.edited':
    case 'plan.commented':
    case 'plan.comment-resolved':
    case 'plan.submitted':
    case 'plan.reviewed':
    case 'plan.approved':
    case 'plan.issued':
    case 'plan.took-effect':
    case 'plan.filed':
    case 'plan.revised':
    case 'plan.withdrawn':
    case 'plan.evaluated':
    case 'plan.retired':
    case 'plan.founded':
      return evolvePlan(draft, event, at, by);
    case 'schedule.set':
    case 'schedule.postponed':
    case 'schedule.completed':
    case 'schedule.missed':
    case 'schedule.reminded':
    case 'schedule.ended':
      return evolveSchedule(draft, event, at, by);
    case 'response.launched':
    case 'response.adjusted':
    case 'response.terminated':
    case 'response.recorded':
    case 'response.lapsed':
    case 'task.assigned':
    case 'task.done':
    case 'task.skipped':
    case 'task.lapsed':
      return evolveResponse(draft, event, at, by);
    case 'rulebook.founded':
    case 'rulebook.proposed':
    case 'rulebook.approved':
    case 'rulebook.rejected':
      return evolveRulebook(draft, event, at, by);
    case 'preference.kept':
      return evolvePreference(draft, event);
    case 'view.saved':
    case 'view.removed':
      return evolveView(draft, event, at);
    case 'seat.granted':
    case 'seat.revoked':
      return evolveSeat(draft, event);
    default:
      return evolveForce(draft, event, at, by);
  }
}
