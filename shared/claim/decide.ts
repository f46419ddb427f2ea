import type { Order } from '#shared/catalogue.ts';
import type { Decided } from '#shared/decide.ts';
import { defined } from '#shared/defined.ts';
import { teamOf } from '#shared/dispatch/ground.ts';
import { missionId, type Mission } from '#shared/dispatch/mission.ts';
import type { Dispatch } from '#shared/dispatch/state.ts';
import { mayRead } from '#shared/readers.ts';
import { refuse } from '#shared/refusal.ts';
import { numberOf } from '#shared/rulebook/state.ts';
import type { Actor, Seat } from '#shared/seat.ts';
import { today } from '#shared/team/category.ts';
import { addMinutes } from '#shared/time.ts';
import type { World } from '#shared/world.ts';
import type { ClaimEvent } from './events.ts';
import { CLAIM_FROM, mayCheckClaim, mayClaim, mayDecideClaim, POST_DAYS } from './policy.ts';
import type { Claim } from './state.ts';

export type ClaimOrder = Extract<Order, { type: `claim.${string}` }>;
type Payload<T extends ClaimOrder['type']> = Extract<ClaimOrder, { type: T }>['payload'];

const DAY_MINUTES = 24 * 60;

export function decideClaim(world: World, order: ClaimOrder, seat: Seat, now: string): Decided {
  const { actor } = seat;
  if (order.type === 'claim.submit') return decideSubmit(world, order.payload, order.id, actor);
  const claim = claimFor(world, order.payload.claimId, seat);
  inState(claim, order.type);
  const { id: claimId } = claim;
  switch (order.type) {
    case 'claim.return':
      checkerOnly(actor, claim);
      return decided(claim, { type: 'claim.returned', claimId, faults: order.payload.faults });
    case 'claim.review':
      return decideReview(claim, order.payload, actor);
    case 'claim.post':
      checkerOnly(actor, claim);
      return decided(claim, { type: 'claim.posted', claimId, until: addMinutes(now, numberOf(world, 'claim.post-days', POST_DAYS) * DAY_MINUTES) });
    case 'claim.object':
      if (!mayClaim(actor, claim)) refuse('not-permitted', 'The team itself objects.');
      return decided(claim, { type: 'claim.objected', claimId, reason: order.payload.reason });
    case 'claim.approve':
      return decideApproval(claim, actor, now);
    case 'claim.reject':
      leaderOnly(actor, claim);
      return decided(claim, { type: 'claim.rejected', claimId, reason: order.payload.reason });
    case 'claim.pay': {
      checkerOnly(actor, claim);
      const { paidOn, voucher } = order.payload;
      if (paidOn > today(now)) refuse('invalid', 'It is paid when it is paid.', [{ path: 'paidOn', message: 'lies ahead' }]);
      return decided(claim, { type: 'claim.paid', claimId, paidOn, voucher });
    }
    case 'claim.archive':
      if (actor.role !== 'system') refuse('not-permitted', 'This is ordered by the clockwork.');
      return decided(claim, { type: 'claim.archived', claimId });
    default:
      return order satisfies never;
  }
}

/** For a mission of its own that is debriefed. A team that set out by itself has no dispatch, and nothing to claim. */
function decideSubmit(world: World, { dispatchId, claimId, items, text }: Payload<'claim.submit'>, id: string, actor: Actor): Decided {
  if (actor.role !== 'team') return refuse('not-permitted', 'The team itself claims.');
  const dispatch = world.get('dispatch', dispatchId);
  const mission = world.get('mission', missionId(dispatchId, teamOf(actor)));
  if (!dispatch || !mission) return refuse('dispatch.unknown', 'There is no such dispatch here.', [{ path: 'dispatchId', message: 'unknown dispatch' }]);
  if (mission.exercise) refuse('claim.state', 'For a drill nothing is claimed.', [{ path: 'dispatchId', message: 'is a drill' }]);
  if (mission.state !== 'debriefed')
    refuse('mission.state', 'What a mission took is told first.', [{ path: 'dispatchId', message: 'is not debriefed', current: mission.state }]);
  for (const other of world.all('claim'))
    if (other.missionId === mission.id && other.id !== claimId && other.state !== 'rejected')
      refuse('claim.exists', 'There is a claim for this mission already.', [{ path: 'dispatchId', message: 'is claimed for', current: other.id }]);
  const before = claimId === undefined ? undefined : world.get('claim', claimId);
  if (claimId !== undefined) {
    if (!before || before.missionId !== mission.id) return unknown();
    inState(before, 'claim.submit');
  }
  const event = { type: 'claim.submitted', claimId: claimId ?? id, ...factsOf(dispatch, mission), items, ...defined({ text }) } as const;
  return { events: [event], refs: { claim: event.claimId, dispatch: dispatchId } };
}

function factsOf({ id: dispatchId, number, about, org }: Dispatch, mission: Mission) {
  const { id, teamId, teamName, hours, consumables, damage, kilometres } = mission;
  return { dispatchId, missionId: id, number, incidentNumber: about.number, teamId, teamName, org, told: defined({ hours, consumables, damage, kilometres }) };
}

function decideReview(claim: Claim, { assessed, payer }: Payload<'claim.review'>, actor: Actor): Decided {
  checkerOnly(actor, claim);
  if (assessed.length !== claim.items.length)
    refuse('invalid', 'Every item is assessed.', [{ path: 'assessed', message: `must have ${claim.items.length} entries`, current: assessed.length }]);
  for (const [i, { amountCny, reason }] of assessed.entries()) {
    const claimed = claim.items[i]?.amountCny ?? 0;
    if (amountCny > claimed)
      refuse('invalid', 'No more is granted than is claimed.', [{ path: `assessed.${i}.amountCny`, message: 'is more than claimed', current: claimed }]);
    if (amountCny < claimed && reason === undefined) refuse('invalid', 'What is less is said why.', [{ path: `assessed.${i}.reason`, message: 'is missing' }]);
  }
  return decided(claim, { type: 'claim.reviewed', claimId: claim.id, assessed, payer });
}

/** A leader decides, when the posting is over, and never on what was checked by the same person. */
function decideApproval(claim: Claim, actor: Actor, now: string): Decided {
  leaderOnly(actor, claim);
  if (claim.steps.findLast(({ state }) => state === 'reviewed')?.by.id === actor.id)
    refuse('claim.same-person', 'Who has checked a claim does not decide on it.');
  if (claim.postedUntil !== undefined && now < claim.postedUntil)
    refuse('claim.posting', 'It is posted until then.', [{ path: 'claimId', message: 'is posted', current: claim.postedUntil }]);
  return decided(claim, { type: 'claim.approved', claimId: claim.id });
}

function claimFor(world: World, id: string, { actor, rooms }: Seat): Claim {
  const claim = world.get('claim', id);
  return claim && (actor.role === 'system' || mayRead(new Set(rooms), claim.readers)) ? claim : unknown();
}

const unknown = (): never => refuse('claim.unknown', 'There is no such claim here.', [{ path: 'claimId', message: 'unknown claim' }]);

function inState({ state }: Claim, type: ClaimOrder['type']): void {
  const from: readonly string[] = CLAIM_FROM[type];
  if (!from.includes(state))
    refuse('claim.state', `This claim is ${state}: this does not follow.`, [{ path: 'claimId', message: 'does not follow', current: state }]);
}

function checkerOnly(actor: Actor, claim: Claim): void {
  if (!mayCheckClaim(actor, claim)) refuse('not-permitted', 'The duty office or a leader of the authority that dispatched the team does this.');
}

function leaderOnly(actor: Actor, claim: Claim): void {
  if (!mayDecideClaim(actor, claim)) refuse('not-permitted', 'A leader of the authority that dispatched the team decides.');
}

const decided = ({ id, dispatchId }: Claim, event: ClaimEvent): Decided => ({ events: [event], refs: { claim: id, dispatch: dispatchId } });
