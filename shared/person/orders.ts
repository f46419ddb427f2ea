import { z } from 'zod';
import { IncidentId } from '#shared/incident/orders.ts';
import { Instant } from '#shared/time.ts';

export const PERSON_ROLES = ['caller', 'contact'] as const;
export type PersonRole = (typeof PERSON_ROLES)[number];

const Reason = z.string().trim().min(1).max(1000);

/**
 * Who told us, or whom to reach on site. Name and phone go into the vault before anything is recorded;
 * the journal and the document have only their masked form.
 */
export const RecordPerson = z
  .strictObject({
    incidentId: IncidentId,
    role: z.enum(PERSON_ROLES),
    name: z.string().trim().min(1).max(40).optional(),
    phone: z
      .string()
      .trim()
      .max(30)
      .regex(/^\+?[\d\s()-]{3,}$/, 'A telephone number has digits, spaces, brackets and dashes.')
      .optional(),
    unit: z.string().trim().min(1).max(100).optional(),
    post: z.string().trim().min(1).max(60).optional(),
  })
  .refine(({ name, phone, unit, post }) => [name, phone, unit, post].some((said) => said !== undefined), 'Say who it is: a name, a number, a unit or a post.');

/** Given by the server before it shows the plain values, so that no showing goes unrecorded. */
export const RevealPerson = z.strictObject({ personId: z.uuid(), reason: Reason });

/** Destroys the key of an incident's personal data. */
export const PurgePersons = z.strictObject({ incidentId: IncidentId, reason: Reason });

/** Keeps them for evidence or review until then, after an assessment (ERL art. 85). One that ends now lifts it. */
export const HoldPersons = z.strictObject({ incidentId: IncidentId, until: Instant, assessment: z.string().trim().min(1).max(2000) });

export const personOrders = {
  'person.record': RecordPerson,
  'person.reveal': RevealPerson,
  'person.purge': PurgePersons,
  'person.hold': HoldPersons,
} as const;
