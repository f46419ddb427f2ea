import { z } from 'zod';

const line = z.string().trim().min(1).max(200);
const reason = z.string().trim().min(1).max(1000);
const ClaimId = z.uuid();
/** In yuan, to the fen. */
const Amount = z.number().min(0).max(100_000_000).multipleOf(0.01);

/** What is paid for: only costs that the mission itself has caused. Labour of volunteers is what was agreed, if anything was. */
export const ITEM_KINDS = ['labour', 'transport', 'fuel', 'consumable', 'damage', 'fee'] as const;
export const Item = z.strictObject({
  kind: z.enum(ITEM_KINDS),
  what: line,
  quantity: z.number().positive().max(1_000_000),
  unit: z.string().trim().min(1).max(20),
  amountCny: Amount,
  fileIds: z.array(z.uuid()).max(20).optional(),
});

/** By the team, once hours are told. With `claimId`, again after it was returned. */
export const SubmitClaim = z.strictObject({ dispatchId: z.uuid(), claimId: ClaimId.optional(), items: z.array(Item).min(1).max(100), text: reason.optional() });

export const ReturnClaim = z.strictObject({
  claimId: ClaimId,
  faults: z
    .array(z.strictObject({ item: z.number().int().min(1).max(100).optional(), reason }))
    .min(1)
    .max(100),
});

/** Who pays: the unit that is responsible (PSE19 art. 19), who caused a forest fire (FF08 art. 45), or the government. */
export const PAYERS = ['responsible-unit', 'fire-causer', 'government'] as const;

/** Every item is assessed: in full, in part or with nothing, and what is less is said why. */
export const ReviewClaim = z.strictObject({
  claimId: ClaimId,
  assessed: z
    .array(z.strictObject({ amountCny: Amount, reason: reason.optional() }))
    .min(1)
    .max(100),
  payer: z.strictObject({ kind: z.enum(PAYERS), name: line }),
});

const OfClaim = z.strictObject({ claimId: ClaimId });
const WithReason = z.strictObject({ claimId: ClaimId, reason });
export const PayClaim = z.strictObject({ claimId: ClaimId, paidOn: z.iso.date(), voucher: line });

export const claimOrders = {
  'claim.submit': SubmitClaim,
  'claim.return': ReturnClaim,
  'claim.review': ReviewClaim,
  'claim.post': OfClaim,
  'claim.object': WithReason,
  'claim.approve': OfClaim,
  'claim.reject': WithReason,
  'claim.pay': PayClaim,
  'claim.archive': OfClaim,
} as const;
