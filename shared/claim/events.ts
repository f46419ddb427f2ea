import type { z } from 'zod';
import type { Item, PayClaim, ReturnClaim, ReviewClaim } from './orders.ts';
import type { Claim } from './state.ts';

interface OfClaim {
  claimId: string;
}

export interface ClaimSubmitted
  extends OfClaim, Pick<Claim, 'dispatchId' | 'missionId' | 'incidentNumber' | 'number' | 'teamId' | 'teamName' | 'org' | 'told'> {
  type: 'claim.submitted';
  items: readonly z.infer<typeof Item>[];
  text?: string | undefined;
}

export interface ClaimReturned extends OfClaim, Pick<z.infer<typeof ReturnClaim>, 'faults'> {
  type: 'claim.returned';
}

export interface ClaimReviewed extends OfClaim, Pick<z.infer<typeof ReviewClaim>, 'assessed' | 'payer'> {
  type: 'claim.reviewed';
}

export interface ClaimPosted extends OfClaim {
  type: 'claim.posted';
  until: string;
}

export interface ClaimObjected extends OfClaim {
  type: 'claim.objected' | 'claim.rejected';
  reason: string;
}

export interface ClaimPaid extends OfClaim, Pick<z.infer<typeof PayClaim>, 'paidOn' | 'voucher'> {
  type: 'claim.paid';
}

export interface ClaimMoved extends OfClaim {
  type: 'claim.approved' | 'claim.archived';
}

export type ClaimEvent = ClaimSubmitted | ClaimReturned | ClaimReviewed | ClaimPosted | ClaimObjected | ClaimPaid | ClaimMoved;
