import { defined } from '#shared/defined.ts';
import type { Mission } from '#shared/dispatch/mission.ts';
import type { Author } from '#shared/seat.ts';
import { teamReaders } from '#shared/team/policy.ts';
import type { Draft, Stamp } from '#shared/world.ts';
import type { z } from 'zod';
import type { ClaimEvent } from './events.ts';
import type { Item, ReturnClaim, ReviewClaim } from './orders.ts';

export const CLAIM_STATES = ['submitted', 'returned', 'reviewed', 'posted', 'objected', 'approved', 'paid', 'rejected'] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

type Assessed = z.infer<typeof ReviewClaim>['assessed'][number];

export interface ClaimStep {
  state: ClaimState;
  at: string;
  by: Author;
  reason?: string | undefined;
}

/** 补偿: what a team claims for one mission, and what became of it. Seen by the team, its authority's chain and nobody else; it outlives the incident on the desk. */
export interface Claim extends Stamp {
  dispatchId: string;
  missionId: string;
  /** Of the need, and of the incident, for people. */
  number: string;
  incidentNumber: string;
  teamId: string;
  teamName: string;
  /** Who has dispatched the team decides. */
  org: string;
  state: ClaimState;
  items: readonly z.infer<typeof Item>[];
  text?: string | undefined;
  /** What the debriefing said, beside which it is checked. */
  told: Pick<Mission, 'hours' | 'consumables' | 'damage' | 'kilometres'>;
  faults?: z.infer<typeof ReturnClaim>['faults'];
  /** One for each item. */
  assessed?: readonly Assessed[];
  payer?: z.infer<typeof ReviewClaim>['payer'];
  postedUntil?: string;
  paid?: { on: string; voucher: string };
  steps: readonly ClaimStep[];
}

export const totalOf = (amounts: readonly { amountCny: number }[]): number =>
  Math.round(amounts.reduce((sum, { amountCny }) => sum + amountCny * 100, 0)) / 100;

const STATE_OF = {
  'claim.submitted': 'submitted',
  'claim.returned': 'returned',
  'claim.reviewed': 'reviewed',
  'claim.posted': 'posted',
  'claim.objected': 'objected',
  'claim.approved': 'approved',
  'claim.rejected': 'rejected',
  'claim.paid': 'paid',
} as const;

export function evolveClaim(draft: Draft, event: ClaimEvent, at: string, by: Author): void {
  if (event.type === 'claim.archived') return draft.retire('claim', event.claimId);
  const { claimId: id } = event;
  const before = draft.get('claim', id);
  const state = STATE_OF[event.type];
  const reason = 'reason' in event ? event.reason : undefined;
  const steps = [...(before?.steps ?? []), defined({ state, at, by, reason })];
  if (event.type === 'claim.submitted') {
    const { type: _type, claimId: _id, ...facts } = event;
    return draft.put('claim', { ...defined(facts), id, state, steps, readers: teamReaders(event.teamId, event.org) });
  }
  if (before) draft.put('claim', { ...before, ...changedBy(event), state, steps });
}

function changedBy(event: Exclude<ClaimEvent, { type: 'claim.submitted' | 'claim.archived' }>): Partial<Claim> {
  switch (event.type) {
    case 'claim.returned':
      return { faults: event.faults };
    case 'claim.reviewed':
      return { assessed: event.assessed, payer: event.payer };
    case 'claim.posted':
      return { postedUntil: event.until };
    case 'claim.paid':
      return { paid: { on: event.paidOn, voucher: event.voucher } };
    default:
      return {};
  }
}
