import { z } from 'zod';

/** What the description of every call is made of. */
export const Refused = z
  .object({ ok: z.literal(false), code: z.string(), message: z.string(), details: z.array(z.object({ path: z.string(), message: z.string() })).optional() })
  .meta({ id: 'Refused' });
export const Applied = z.object({ ok: z.literal(true), id: z.uuid(), seq: z.number().int(), refs: z.record(z.string(), z.string()) }).meta({ id: 'Applied' });
export const id = { path: z.object({ id: z.string() }) };

export const json = (schema: z.ZodType) => ({ content: { 'application/json': { schema } } });
export const body = (schema: z.ZodType) => ({ requestBody: json(schema) });
export const answers = (schema: z.ZodType, description = 'Done') => ({
  responses: { '200': { description, ...json(schema) }, default: { description: 'Refused, and why', ...json(Refused) } },
});
