import { z } from 'zod';
import { isTypeCode } from '#shared/incident/classes.ts';
import { Casualties, IncidentId } from '#shared/incident/orders.ts';
import { Losses } from '#shared/incident/record.ts';
import { Instant } from '#shared/time.ts';
import { REPORT_KINDS } from './events.ts';
import { NATIONAL_SYSTEM_IDS } from './national.ts';

const ReportId = z.uuid();
const text = z.string().trim().min(1).max(20_000);
const reason = z.string().trim().min(1).max(1000);
/** A post, such as 市政府总值班室值班员. Names are personal data and are not kept in documents. */
const post = z.string().trim().min(1).max(100);
const Figures = z.strictObject({ casualties: Casualties, losses: Losses.optional() });
/** By the path of the figure: `casualties.dead`. */
const Reasons = z.record(z.string().max(64), z.string().trim().max(500));
/** Upward without the level between (ERL art. 17). */
const upward = z.enum(['township', 'county', 'city', 'province', 'state']);

export const reportOrders = {
  'report.draft': z.strictObject({
    incidentId: IncidentId,
    kind: z.enum(REPORT_KINDS),
    text,
    figures: Figures,
    reasons: Reasons.optional(),
    to: upward.optional(),
    /** The report that a correction corrects. */
    supersedesId: ReportId.optional(),
  }),
  'report.revise': z.strictObject({ reportId: ReportId, text, figures: Figures, reasons: Reasons.optional() }),
  'report.submit': z.strictObject({ reportId: ReportId }),
  'report.approve': z.strictObject({
    reportId: ReportId,
    /** The revision that was read: an edit meanwhile voids the approval. */ rev: z.number().int().positive().optional(),
  }),
  'report.return': z.strictObject({ reportId: ReportId, reason }),
  'report.send': z.strictObject({ reportId: ReportId, /** Who approved it where the leader has no seat here. */ approvedPost: post.optional() }),
  'report.acknowledge': z.strictObject({ reportId: ReportId, at: Instant.optional(), post: post.optional() }),
  'report.phone': z.strictObject({
    incidentId: IncidentId,
    kind: z.enum(REPORT_KINDS).optional(),
    to: upward.optional(),
    /** When it was said; absent, now. */
    at: Instant.optional(),
    spokenTo: post,
    text: z.string().trim().max(4000),
    figures: Figures.optional(),
  }),
  'report.find': z.strictObject({
    incidentId: IncidentId,
    /** Since when the situation no longer changes: the 核报 is due from then. */
    stableAt: Instant.optional(),
    criticalInfrastructure: z.boolean().optional(),
    drinkingWater: z.boolean().optional(),
    /** Classes that it falls under beside its own. */
    alsoTypes: z.array(z.string().refine(isTypeCode, 'is not a class of incident')).max(8).optional(),
    /** Of what has no level of four: the grade of its own guideline. */
    grade: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).optional(),
    /** When somebody outside came to know: from then their own deadline runs. */
    noticed: z.strictObject({ firm: Instant.optional(), hospital: Instant.optional(), operator: Instant.optional() }).optional(),
  }),
  /** Takes back that the situation is stable. */
  'report.unsettle': z.strictObject({ incidentId: IncidentId, reason }),
  'report.national': z.strictObject({
    incidentId: IncidentId,
    system: z.enum(NATIONAL_SYSTEM_IDS),
    at: Instant.optional(),
    number: z.string().trim().max(60).optional(),
  }),
  /** It was told otherwise, or does not apply. A flag of lateness stays. */
  'report.waive': z.strictObject({ incidentId: IncidentId, rule: z.string().max(8), dueAt: Instant, reason }),
  /** Given by the clockwork at the instant after a deadline. */
  'report.lapse': z.strictObject({ incidentId: IncidentId, rule: z.string().max(8), dueAt: Instant }),
} as const;
