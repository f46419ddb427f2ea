import { z } from 'zod';
import { ORGANISATION_KINDS } from './state.ts';

export const OrganisationId = z
  .string()
  .regex(/^(\d{6}|\d{9}|\d{12}|[a-z][a-z0-9-]{1,62})$/, 'An organisation is an administrative code or a slug (a-z, 0-9, -).');

export const AddOrganisation = z.strictObject({
  organisationId: OrganisationId,
  kind: z.enum(ORGANISATION_KINDS),
  name: z.string().trim().min(1).max(80),
  nameEn: z.string().trim().max(120).optional(),
  parent: OrganisationId.optional(),
  lines: z
    .array(z.string().regex(/^[NAHS]\d{2}$/))
    .max(40)
    .optional(),
});

export const organisationOrders = { 'organisation.add': AddOrganisation } as const;
