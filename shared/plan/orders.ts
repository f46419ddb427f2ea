import { z } from 'zod';
import { IncidentId } from '#shared/incident/orders.ts';
import { OrganisationId } from '#shared/organisation/orders.ts';
import { Instant } from '#shared/time.ts';
import { Change } from './change.ts';
import { ClauseId, PlanContent } from './content.ts';

export const PlanId = z.uuid();
const text = z.string().trim().min(1).max(2000);
const Day = z.iso.date();
/** A day, from its beginning by the city's clock, or an instant. */
const When = z.union([Day, Instant]);

/** Begins a plan of one's own organisation: with all of its text, or from another plan as a pattern. */
export const DraftPlan = z
  .strictObject({
    content: PlanContent.optional(),
    /** The plan whose version in force is taken as the pattern. */
    fromPlanId: PlanId.optional(),
    title: z.strictObject({ zh: z.string().trim().min(1).max(200), en: z.string().trim().min(1).max(200) }).optional(),
    confidential: z.boolean().optional(),
  })
  .refine(({ content, fromPlanId }) => (content === undefined) !== (fromPlanId === undefined), {
    path: ['content'],
    message: 'just one of content and fromPlanId is given',
  });

/** Changes single clauses and items. `baseRevision` is the draft as its writer saw it: what somebody else changed since is not overwritten. */
export const EditPlan = z.strictObject({ planId: PlanId, baseRevision: z.number().int().min(1), changes: z.array(Change).min(1).max(60) });

/** 征求意见: a remark on a clause, or on the whole. */
export const CommentPlan = z.strictObject({ planId: PlanId, clauseId: ClauseId.optional(), text });

/** 意见采纳情况: what became of a remark, and why. */
export const ResolveComment = z.strictObject({ planId: PlanId, commentId: z.uuid(), adopted: z.boolean(), reply: text });

/** From drafting into consultation with those named, or from consultation into review. */
export const SubmitPlan = z.strictObject({ planId: PlanId, consult: z.array(OrganisationId).min(1).max(60).optional() });

export const REVIEW_ASPECTS = ['coordination', 'legality'] as const;
/** 衔接性审查 and 合法性审查. One that isn't passed goes back to drafting with the opinion as the reason. */
export const ReviewPlan = z.strictObject({ planId: PlanId, aspect: z.enum(REVIEW_ASPECTS), passed: z.boolean(), opinion: text });

export const ApprovePlan = z.strictObject({ planId: PlanId, approved: z.boolean(), opinion: text });

/** 印发: with the number of the paper and the drafting note (编制说明) that filing demands. From here the version is immutable. */
export const IssuePlan = z.strictObject({
  planId: PlanId,
  docNo: z.string().trim().min(1).max(60),
  issuedAt: When,
  /** When it takes effect: with its issue if nothing is given. */
  effectiveAt: When.optional(),
  draftingNote: z.string().trim().min(1).max(10_000),
  publicUrl: z
    .url({ protocol: /^https?$/ })
    .max(300)
    .optional(),
});

/** Given by the clockwork on the day: the new version is in force, the old one is superseded. */
export const TakeEffect = z.strictObject({ planId: PlanId, no: z.number().int().min(1) });

/** 备案: the n-th slip was sent, or its receipt has come. */
export const FilePlan = z.strictObject({
  planId: PlanId,
  slip: z.number().int().min(1).max(20),
  step: z.enum(['sent', 'received']),
  at: Instant.optional(),
  receiptNo: z.string().trim().min(1).max(60).optional(),
});

/** Why a plan is revised (国办发〔2013〕101号 art. 25 and 国办发〔2024〕5号). */
export const TRIGGERS = ['law', 'command', 'risk', 'resources', 'information', 'event', 'drill', 'other'] as const;
export const RevisePlan = z.strictObject({
  planId: PlanId,
  trigger: z.enum(TRIGGERS),
  reason: text,
  /** What has shown the need. */
  incidentId: IncidentId.optional(),
  drillId: z.uuid().optional(),
});

/** A draft is given up; what is in force stays so. */
export const WithdrawPlan = z.strictObject({ planId: PlanId, reason: text });

/** 评估: begun without an outcome, ended with one. */
export const EvaluatePlan = z
  .strictObject({ planId: PlanId, outcome: z.enum(['keep', 'revise']).optional(), opinion: text.optional() })
  .refine(({ outcome, opinion }) => (outcome === undefined) === (opinion === undefined), { path: ['opinion'], message: 'is given with the outcome' });

export const RetirePlan = z.strictObject({ planId: PlanId, reason: text, docNo: z.string().trim().min(1).max(60).optional() });

/** Brings a plan of the library. Only the server itself does, once for each of its files. */
export const FoundPlan = z.strictObject({
  planId: PlanId,
  key: z.string().regex(/^[a-z0-9][a-z0-9-]{0,80}$/),
  owner: OrganisationId,
  content: PlanContent,
  on: Day,
});

export const planOrders = {
  'plan.draft': DraftPlan,
  'plan.edit': EditPlan,
  'plan.comment': CommentPlan,
  'plan.resolve': ResolveComment,
  'plan.submit': SubmitPlan,
  'plan.review': ReviewPlan,
  'plan.approve': ApprovePlan,
  'plan.issue': IssuePlan,
  'plan.take-effect': TakeEffect,
  'plan.file': FilePlan,
  'plan.revise': RevisePlan,
  'plan.withdraw': WithdrawPlan,
  'plan.evaluate': EvaluatePlan,
  'plan.retire': RetirePlan,
  'plan.found': FoundPlan,
} as const;
