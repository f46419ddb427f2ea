import type { Author } from '#shared/seat.ts';
import type { Stamp } from '#shared/world.ts';
import type { PlanContent, PlanKind, ResponseLevel } from './content.ts';
import type { PlanReviewed, PlanRevised, SlipDue } from './events.ts';

export const STAGES = ['drafting', 'consultation', 'review', 'approval', 'approved', 'issued'] as const;
export type Stage = (typeof STAGES)[number];

/** A version that is being written, as the register shows it. Its text is the edition of this number. */
export interface PlanDraft {
  no: number;
  stage: Stage;
  revision: number;
  by: Author;
  consulted: readonly string[];
  openComments: number;
  /** By aspect, the review that holds. */
  reviews: readonly Review[];
  /** Why it came back, last. */
  returned?: { at: string; by: Author; reason: string };
  approvedBy?: Author;
  issue?: Issue;
  trigger?: Pick<PlanRevised, 'trigger' | 'reason' | 'evidence'>;
}

export interface Review extends Pick<PlanReviewed, 'aspect' | 'passed' | 'opinion'> {
  at: string;
  by: Author;
}

export interface Issue {
  docNo: string;
  issuedAt: string;
  effectiveAt: string;
}

/** A version that was issued. Its text never changes again. */
export interface Version extends Issue {
  no: number;
  supersededAt?: string;
}

/** 备案: to whom, until when, and what became of it. */
export interface Slip extends SlipDue {
  no: number;
  sentAt?: string;
  receiptDue?: string;
  receivedAt?: string;
  receiptNo?: string;
}

/** What was done with a plan, when and by whom. */
export interface PlanStep {
  what: string;
  no: number;
  at: string;
  by: Author;
  text?: string;
}

/** A contingency plan in the register: everything but its text, which its editions hold. */
export interface Plan extends Stamp {
  kind: PlanKind;
  title: PlanContent['title'];
  hazards: readonly string[];
  owner: string;
  above: readonly string[];
  confidential: boolean;
  /** The file of the library that it came from. */
  key?: string;
  status: 'drafting' | 'in_force' | 'under_evaluation' | 'abolished';
  /** What is in force. */
  current?: Version;
  draft?: PlanDraft;
  /** The highest number that a version of it has had, issued or not. */
  lastNo: number;
  /** Every version that was issued, the latest last. */
  versions: readonly Version[];
  /** Levels of the version in force, or of the draft where none is: enough to suggest by. */
  levels: readonly (Pick<ResponseLevel, 'level' | 'conditions' | 'approver'> & { measures: number })[];
  slips: readonly Slip[];
  steps: readonly PlanStep[];
  publicUrl?: string;
  evaluatedAt?: string;
  at: string;
}

export interface Comment {
  id: string;
  clauseId?: string;
  text: string;
  at: string;
  by: Author;
  resolved?: { adopted: boolean; reply: string; at: string; by: Author };
}

/** The text of one version of a plan. A screen fetches it when it is opened; what was issued is immutable. */
export interface Edition extends Stamp {
  planId: string;
  no: number;
  content: PlanContent;
  revision: number;
  /** By piece (`clauses/3.2`), the revision that changed it last: what a writer of an older one may not overwrite. */
  touched: Readonly<Record<string, number>>;
  /** Who wrote which revision, the last few. */
  edits: readonly { revision: number; at: string; by: Author; pieces: readonly string[] }[];
  comments: readonly Comment[];
  basedOn?: number;
  pattern?: { planId: string; no: number };
  issue?: Issue;
  draftingNote?: string;
}

export const editionId = (planId: string, no: number): string => `${planId}.${no}`;

export const PLAN_STATES = [...STAGES, 'filed', 'in_force', 'under_evaluation', 'revising', 'abolished'] as const;
export type PlanState = (typeof PLAN_STATES)[number];

/** Where a plan stands in its life (rules A.2), in one word. */
export function stateOf({ status, draft, current, slips }: Pick<Plan, 'status' | 'draft' | 'current' | 'slips'>): PlanState {
  if (status === 'abolished') return 'abolished';
  if (!current) return draft?.stage ?? 'drafting';
  if (draft) return 'revising';
  if (status === 'under_evaluation') return 'under_evaluation';
  const own = slips.filter(({ no, cc }) => no === current.no && !cc);
  return own.length > 0 && own.every(({ receivedAt }) => receivedAt !== undefined) ? 'filed' : 'in_force';
}
