import { chainOf } from '#shared/duty/policy.ts';
import { isLeader, type Actor } from '#shared/seat.ts';
import { mayRegister } from '#shared/team/policy.ts';
import type { Claim, ClaimState } from './state.ts';

/** Rules B.9: the team claims, the duty office checks, a leader decides. */
export const mayCheckClaim = (actor: Actor, { org }: Pick<Claim, 'org'>): boolean => mayRegister(actor, org);
export const mayDecideClaim = (actor: Actor, { org }: Pick<Claim, 'org'>): boolean => isLeader(actor) && chainOf(org).includes(actor.org);
export const mayClaim = (actor: Actor, { teamId }: Pick<Claim, 'teamId'>): boolean => actor.role === 'team' && (actor.team ?? actor.org) === teamId;

/** From which states a step leads on. */
export const CLAIM_FROM = {
  'claim.submit': ['returned'],
  'claim.return': ['submitted', 'objected'],
  'claim.review': ['submitted', 'objected'],
  'claim.post': ['reviewed'],
  'claim.object': ['posted'],
  'claim.approve': ['posted'],
  'claim.reject': ['submitted', 'reviewed', 'posted', 'objected'],
  'claim.pay': ['approved'],
  'claim.archive': ['paid', 'rejected'],
} as const satisfies Record<string, readonly ClaimState[]>;

/** What has been checked is posted for so many days (公示), as agreed in plans/rules/dispatch.json. */
export const POST_DAYS = 5;
/** So long a claim stays at hand after its end. */
export const CLAIM_KEPT_DAYS = 40;
