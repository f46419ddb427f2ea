import { z } from 'zod';
import { Latitude, Longitude } from '#shared/geo.ts';
import { IncidentId } from '#shared/incident/orders.ts';
import { OrganisationId } from '#shared/organisation/orders.ts';
import { Adcode } from '#shared/region.ts';
import { Instant } from '#shared/time.ts';
import { COLOURS, HAZARD_CODES, ISSUERS } from './hazards.ts';

const AlertId = z.uuid();
const Reason = z.string().trim().min(1).max(500);
const Text = z.string().trim().min(1).max(2000);
const Line = z.string().trim().min(1).max(200);
const Revision = z.number().int().min(1).max(10_000);

/** Who says that it comes. A signal of the weather is never the duty desk's own: it names the station's. */
export const Issuer = z.strictObject({
  kind: z.enum(ISSUERS),
  name: z.string().trim().min(1).max(100),
  /** The number of the signal that is passed on. */
  signal: z.string().trim().min(1).max(60).optional(),
});
export type Issuer = z.infer<typeof Issuer>;

const Ring = z
  .array(z.tuple([Longitude, Latitude]))
  .min(4)
  .max(500)
  .refine((ring) => ring[0]?.[0] === ring.at(-1)?.[0] && ring[0]?.[1] === ring.at(-1)?.[1], 'An area ends where it begins.');

export const Scope = z.strictObject({
  /** Counties, townships and villages. */
  adcodes: z.array(Adcode).min(1).max(200),
  polygon: Ring.optional(),
  text: z.string().trim().min(1).max(500).optional(),
});
export type Scope = z.infer<typeof Scope>;

/** A measure of ERL 66 (every colour) or 67 (orange and red), and who carries it out. */
export const Measure = z.strictObject({
  art: z
    .string()
    .regex(/^(66|67)\.\d{1,2}$/, 'A measure is named by its article and item, such as 66.1.')
    .optional(),
  text: Line,
  owner: Line.optional(),
});
export type Measure = z.infer<typeof Measure>;

/**
 * The eight elements of ERL 64: class and level (hazard, colour), beginning, area, cautions, measures, issuer; the time of
 * issue is the server's. A draft may lack some; an approval may not.
 */
const elements = {
  hazard: z.enum(HAZARD_CODES),
  colour: z.enum(COLOURS),
  issuer: Issuer.optional(),
  startAt: Instant.optional(),
  expectedEnd: Instant.optional(),
  scope: Scope.optional(),
  cautions: Text.optional(),
  measures: z.array(Measure).max(40).optional(),
  /** For those who don't read Chinese: what comes and what to do. */
  english: z.strictObject({ cautions: Text, measures: Text }).optional(),
  /** Whom else the issue is told at once: garrison, neighbours likely to be hit. The level above is told whatever stands here. */
  notify: z.array(OrganisationId).max(60).optional(),
};
export const AlertContent = z.strictObject(elements);
export type AlertContent = z.infer<typeof AlertContent>;

/** A new draft, or with `alertId` another text of one that has not been issued. */
export const DraftAlert = z.strictObject({
  ...elements,
  alertId: AlertId.optional(),
  incidentId: IncidentId.optional(),
  exercise: z.boolean().optional(),
});

/** Bound to what was read: another revision is refused. */
export const ApproveAlert = z.strictObject({ alertId: AlertId, revision: Revision });
export const ReturnAlert = z.strictObject({ alertId: AlertId, revision: Revision, reason: Reason });

/** `breakGlass`: nobody who could approve is to be reached; loud, and to be approved afterwards. */
export const IssueAlert = z.strictObject({ alertId: AlertId, revision: Revision, breakGlass: Reason.optional() });

/** Another text of an alert in force: it goes the same way as the first and replaces it when it is issued. */
export const UpdateAlert = z.strictObject({ ...elements, alertId: AlertId, reason: Reason });

export const CancelAlert = z.strictObject({ alertId: AlertId, reason: Reason });
export const ExpireAlert = z.strictObject({ alertId: AlertId });
/** Given by the clockwork some time after it has ended. */
export const ArchiveAlert = z.strictObject({ alertId: AlertId });

export const TickMeasure = z.strictObject({ alertId: AlertId, n: z.number().int().min(1).max(40), text: Text.optional() });

export const HOW_ANSWERED = ['screen', 'phone', 'radio', 'visit'] as const;
export const CHANNELS = ['screen', 'phone', 'radio', 'visit', 'message', 'loudspeaker', 'gong'] as const;
export const OUTCOMES = ['delivered', 'no-answer', 'busy', 'wrong-number', 'failed'] as const;

/** 叫应: a named post answers for its organisation, at its own screen or by a voice that a duty officer above hears. */
export const AnswerAlert = z.strictObject({
  alertId: AlertId,
  org: OrganisationId.optional(),
  how: z.enum(HOW_ANSWERED).optional(),
  /** Who answered, by post and never by name. */
  post: z.string().trim().min(1).max(60).optional(),
  text: Text.optional(),
});

/** An attempt that has not been answered yet. */
export const AttemptAlert = z.strictObject({
  alertId: AlertId,
  org: OrganisationId,
  channel: z.enum(CHANNELS),
  outcome: z.enum(OUTCOMES),
  post: z.string().trim().min(1).max(60).optional(),
});

/** It was opened on a screen of that organisation: read is not answered. */
export const ReadAlert = z.strictObject({ alertId: AlertId });

/** Given by the clockwork: whoever has not answered in time is asked one rung higher. */
export const ClimbAlert = z.strictObject({ alertId: AlertId, rung: z.number().int().min(1).max(3) });

export const alertOrders = {
  'alert.draft': DraftAlert,
  'alert.approve': ApproveAlert,
  'alert.return': ReturnAlert,
  'alert.issue': IssueAlert,
  'alert.update': UpdateAlert,
  'alert.cancel': CancelAlert,
  'alert.expire': ExpireAlert,
  'alert.archive': ArchiveAlert,
  'alert.measure': TickMeasure,
  'alert.answer': AnswerAlert,
  'alert.attempt': AttemptAlert,
  'alert.read': ReadAlert,
  'alert.climb': ClimbAlert,
} as const;
