import { z } from 'zod';
import { OrganisationId } from '#shared/organisation/orders.ts';

const Reason = z.string().trim().min(1).max(500);

/** A post and whom it is reached by. Name and phone go into the vault before anything is recorded; what is absent stays as it was. */
export const SaveContact = z.strictObject({
  contactId: z.uuid().optional(),
  org: OrganisationId.optional(),
  post: z.string().trim().min(1).max(60),
  unit: z.string().trim().min(1).max(100).optional(),
  name: z.string().trim().min(1).max(40).optional(),
  phone: z
    .string()
    .trim()
    .max(30)
    .regex(/^\+?[\d\s()-]{3,}$/, 'A telephone number has digits, spaces, brackets and dashes.')
    .optional(),
  /** Whom to call first: the order of the phone tree. */
  rank: z.number().int().min(1).max(999).optional(),
});

export const VerifyContact = z.strictObject({ contactId: z.uuid() });

/** The number is destroyed with it. */
export const RemoveContact = z.strictObject({ contactId: z.uuid(), reason: Reason });

/** Given by the server before it shows names and numbers, so that no showing goes uncounted. */
export const RevealContacts = z.strictObject({ contactIds: z.array(z.uuid()).min(1).max(500), reason: Reason.optional() });

export const contactOrders = {
  'contact.save': SaveContact,
  'contact.verify': VerifyContact,
  'contact.remove': RemoveContact,
  'contact.reveal': RevealContacts,
} as const;
