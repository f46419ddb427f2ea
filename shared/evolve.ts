import type { FenghuoEvent } from './catalogue.ts';
import type { Commit } from './commit.ts';
import { evolveClaim } from './claim/state.ts';
import { evolveContact } from './contact/state.ts';
import { evolveDispatch } from './dispatch/evolve.ts';
import { evolveDuty } from './duty/state.ts';
import { evolveFile } from './file/state.ts';
import { evolveIncident } from './incident/state.ts';
import { evolveTie } from './incident/tie-state.ts';
import { evolveInstruction } from './instruction/state.ts';
import { evolveOrganisation } from './organisation/state.ts';
import { evolvePerson, keepCustody } from './person/state.ts';
import { evolveReport } from './report/state.ts';
import { evolveRulebook } from './rulebook/state.ts';
import type { Author } from './seat.ts';
import { evolveSeat } from './access/state.ts';
import { evolveSketch } from './sketch/state.ts';
import { evolveTeam } from './team/state.ts';
import { evolveView } from './view/state.ts';
import { Overlay, type Change, type Draft, type World } from './world.ts';

/** The one reducer. Total: it skips what it does not know and never throws. */
export function evolve(draft: Draft, event: FenghuoEvent, at: string, by: Author): void {
  switch (event.type) {
    case 'claim.submitted':
    case 'claim.returned':
    case 'claim.reviewed':
    case 'claim.posted':
    case 'claim.objected':
    case 'claim.approved':
    case 'claim.rejected':
    case 'claim.paid':
    case 'claim.archived':
      return evolveClaim(draft, event, at, by);
    case 'contact.saved':
    case 'contact.verified':
    case 'contact.removed':
    case 'contact.revealed':
      return evolveContact(draft, event, at, by);
    case 'dispatch.requested':
    case 'dispatch.confirmed':
    case 'dispatch.offered':
    case 'dispatch.accepted':
    case 'dispatch.declined':
    case 'dispatch.unanswered':
    case 'dispatch.lapsed':
    case 'dispatch.reminded':
    case 'dispatch.extended':
    case 'dispatch.stood-down':
    case 'dispatch.progressed':
    case 'dispatch.listed':
    case 'dispatch.checked-in':
    case 'dispatch.assigned':
    case 'dispatch.welfare-told':
    case 'dispatch.welfare-missed':
    case 'dispatch.logged':
    case 'dispatch.shared':
    case 'dispatch.released':
    case 'dispatch.cancelled':
    case 'dispatch.debriefed':
    case 'dispatch.appraised':
    case 'dispatch.certified':
    case 'dispatch.self-reported':
    case 'dispatch.self-left':
    case 'dispatch.archived':
      return evolveDispatch(draft, event, at, by);
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
    case 'report.entered':
    case 'report.waived':
    case 'report.lapsed':
    case 'report.deadlines-reckoned':
      return evolveReport(draft, event, at, by);
    case 'rulebook.founded':
    case 'rulebook.proposed':
    case 'rulebook.approved':
    case 'rulebook.rejected':
      return evolveRulebook(draft, event, at, by);
    case 'team.applied':
    case 'team.updated':
    case 'team.registered':
    case 'team.returned':
    case 'team.suspended':
    case 'team.reinstated':
    case 'team.revoked':
    case 'team.expired':
    case 'team.certified':
    case 'team.warned':
    case 'team.availability-set':
    case 'team.revealed':
    case 'team.honoured':
    case 'member.warned':
    case 'member.saved':
    case 'member.left':
    case 'member.revealed':
      return evolveTeam(draft, event, at, by);
    case 'view.saved':
    case 'view.removed':
      return evolveView(draft, event, at);
    case 'seat.granted':
    case 'seat.revoked':
      return evolveSeat(draft, event);
    default:
      event satisfies never;
  }
}

/** Folds a commit over a world and says which documents it changed. The world itself is left alone. */
export function fold(world: World, commit: Pick<Commit, 'seq' | 'at' | 'actor' | 'events'>): Change[] {
  const draft = new Overlay(world, commit.seq);
  for (const event of commit.events) evolve(draft, event, commit.at, commit.actor);
  return [...draft.changes()];
}
