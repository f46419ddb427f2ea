import { z } from 'zod';
import { OrganisationId } from '#shared/organisation/orders.ts';
import { Instant } from '#shared/time.ts';

/** An organisation and the instant at which the shift begins: the same shift is never planned twice. */
export const ShiftId = z.string().regex(/^[a-z0-9][a-z0-9-]{1,63}\.\d{8}T\d{6}Z$/, 'A shift is its organisation and its beginning.');
const HandoverId = z.uuid();
const text = z.string().trim().min(1).max(2000);
const Reason = z.string().trim().min(1).max(500);

/** One of one's own staff, by the account. */
export const Named = z.strictObject({ id: z.string().min(1).max(64), name: z.string().trim().min(1).max(60) });

export const PlannedShift = z.strictObject({ from: Instant, to: Instant, officers: z.array(Named).min(1).max(2), leader: Named });
export type PlannedShift = z.infer<typeof PlannedShift>;

/** 排班: shifts of one's own organisation. One that is planned already is planned anew. */
export const PlanShifts = z.strictObject({ org: OrganisationId.optional(), shifts: z.array(PlannedShift).min(1).max(70) });

export const CancelShift = z.strictObject({ shiftId: ShiftId, reason: Reason });

/** 换班: one officer asks a colleague to take a shift, perhaps in exchange for one of the colleague's. */
export const SwapShift = z.strictObject({ shiftId: ShiftId, to: Named, forShiftId: ShiftId.optional(), reason: Reason });

export const AnswerSwap = z.strictObject({ shiftId: ShiftId, accept: z.boolean(), reason: Reason.optional() });

export const StartShift = z.strictObject({ shiftId: ShiftId });

/** An entry of the duty log that belongs to no incident. */
export const NoteDuty = z.strictObject({ text, at: Instant.optional() });

/** What was written stays, struck through. */
export const CorrectDuty = z.strictObject({ dutylogId: z.uuid(), text, reason: Reason });

/** 查岗: whether the officers, or the leader on duty, could be reached. */
export const CheckDuty = z.strictObject({
  shiftId: ShiftId,
  of: z.enum(['officers', 'leader']),
  result: z.enum(['answered', 'no-answer']),
  minutes: z.number().int().min(0).max(600).optional(),
  text: text.optional(),
});

/** 交班: opens the handover to the next shift. */
export const HandShift = z.strictObject({ shiftId: ShiftId, toShiftId: ShiftId, text: text.optional() });

/** Ticks items of a handover, each with who of the incoming shift takes it. */
export const TakeItems = z.strictObject({
  handoverId: HandoverId,
  items: z
    .array(z.strictObject({ key: z.string().min(1).max(200), owner: z.string().min(1).max(64) }))
    .min(1)
    .max(500),
});

export const ResumeShift = z.strictObject({ handoverId: HandoverId, reason: Reason });

export const SIDES = ['outgoing', 'incoming', 'leader'] as const;
export type Side = (typeof SIDES)[number];

/** Each signs with an own account. A leader may sign for an outgoing officer who can't, and says why. */
export const SignHandover = z.strictObject({ handoverId: HandoverId, as: z.enum(SIDES), insteadFor: Reason.optional() });

/** Given by the clockwork: the post should have changed hands by now. */
export const AlarmShift = z.strictObject({ shiftId: ShiftId });

export const ArchiveShift = z.strictObject({ shiftId: ShiftId });

export const dutyOrders = {
  'duty.plan': PlanShifts,
  'duty.cancel': CancelShift,
  'duty.swap': SwapShift,
  'duty.answer': AnswerSwap,
  'duty.start': StartShift,
  'duty.note': NoteDuty,
  'duty.correct': CorrectDuty,
  'duty.check': CheckDuty,
  'duty.hand': HandShift,
  'duty.take': TakeItems,
  'duty.resume': ResumeShift,
  'duty.sign': SignHandover,
  'duty.alarm': AlarmShift,
  'duty.archive': ArchiveShift,
} as const;
