import type { Change } from './change.ts';
import type { PlanContent } from './content.ts';
import type { REVIEW_ASPECTS, TRIGGERS } from './orders.ts';
import type { Body } from './filing.ts';

/** Each event is about one plan. */
interface OfPlan {
  planId: string;
}

export interface PlanDrafted extends OfPlan {
  type: 'plan.drafted';
  owner: string;
  /** The regions over the owner, the nearest first. */
  above: readonly string[];
  content: PlanContent;
  confidential: boolean;
  /** The plan that was the pattern, and which of its versions. */
  pattern?: { planId: string; no: number };
}

/** `no` is the version that is being written. */
interface OfDraft extends OfPlan {
  no: number;
}

export interface PlanEdited extends OfDraft {
  type: 'plan.edited';
  revision: number;
  changes: readonly Change[];
}

export interface PlanCommented extends OfDraft {
  type: 'plan.commented';
  commentId: string;
  clauseId?: string;
  text: string;
}

export interface PlanCommentResolved extends OfDraft {
  type: 'plan.comment-resolved';
  commentId: string;
  adopted: boolean;
  reply: string;
}

export interface PlanSubmitted extends OfDraft {
  type: 'plan.submitted';
  to: 'consultation' | 'review';
  consulted: readonly string[];
}

export interface PlanReviewed extends OfDraft {
  type: 'plan.reviewed';
  aspect: (typeof REVIEW_ASPECTS)[number];
  passed: boolean;
  opinion: string;
}

export interface PlanApproved extends OfDraft {
  type: 'plan.approved';
  approved: boolean;
  opinion: string;
}

export interface SlipDue {
  n: number;
  body: Body;
  /** The organisation of ours, or a region above that has no seat here. */
  org?: string;
  cc?: true;
  /** The last day, by the table of holidays. */
  due: string;
}

export interface PlanIssued extends OfDraft {
  type: 'plan.issued';
  docNo: string;
  issuedAt: string;
  effectiveAt: string;
  draftingNote: string;
  publicUrl?: string;
  slips: readonly SlipDue[];
}

export interface PlanTookEffect extends OfDraft {
  type: 'plan.took-effect';
}

export interface PlanFiled extends OfDraft {
  type: 'plan.filed';
  slip: number;
  step: 'sent' | 'received';
  at: string;
  receiptNo?: string;
  /** Until which day a receipt is to come. */
  receiptDue?: string;
}

export interface PlanRevised extends OfDraft {
  type: 'plan.revised';
  from: number;
  trigger: (typeof TRIGGERS)[number];
  reason: string;
  evidence?: { incidentId?: string; incidentNumber?: string; drillId?: string };
}

export interface PlanWithdrawn extends OfDraft {
  type: 'plan.withdrawn';
  reason: string;
}

export interface PlanEvaluated extends OfPlan {
  type: 'plan.evaluated';
  outcome?: 'keep' | 'revise';
  opinion?: string;
}

export interface PlanRetired extends OfPlan {
  type: 'plan.retired';
  reason: string;
  docNo?: string;
}

/** A plan of the library: in force as a pattern of this city. */
export interface PlanFounded extends OfPlan {
  type: 'plan.founded';
  key: string;
  owner: string;
  above: readonly string[];
  content: PlanContent;
  on: string;
}

export type PlanEvent =
  | PlanDrafted
  | PlanEdited
  | PlanCommented
  | PlanCommentResolved
  | PlanSubmitted
  | PlanReviewed
  | PlanApproved
  | PlanIssued
  | PlanTookEffect
  | PlanFiled
  | PlanRevised
  | PlanWithdrawn
  | PlanEvaluated
  | PlanRetired
  | PlanFounded;
