import type { ClaimEvent } from './claim/events.ts';
import { evolveClaim } from './claim/state.ts';
import type { DispatchEvent } from './dispatch/events.ts';
import { evolveDispatch } from './dispatch/evolve.ts';
import type { Author } from './seat.ts';
import type { TeamEvent } from './team/events.ts';
import { evolveTeam } from './team/state.ts';
import type { Draft } from './world.ts';

/** The part of the reducer that is about rescue teams: the register, being sent, being paid. */
export function evolveForce(draft: Draft, event: ClaimEvent | DispatchEvent | TeamEvent, at: string, by: Author): void {
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
    case 'dispatch.appraised':
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
    case 'dispatch.certified':
    case 'dispatch.self-reported':
    case 'dispatch.self-left':
    case 'dispatch.archived':
      return evolveDispatch(draft, event, at, by);
    case 'team.honoured':
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
    case 'member.warned':
    case 'member.saved':
    case 'member.left':
    case 'member.revealed':
      return evolveTeam(draft, event, at, by);
    default:
      event satisfies never;
  }
}
