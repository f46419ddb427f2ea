import { refuse } from '#shared/refusal.ts';
import type { Request } from 'express';
import type { z } from 'zod';
import { detailsOf } from '#server/orders/parse.ts';

/** The query of a request by its schema, or a refusal that names the field. */
export function query<T>(schema: z.ZodType<T>, req: Request): T {
  const parsed = schema.safeParse(req.query);
  if (parsed.success) return parsed.data;
  return refuse('invalid', 'The query is not valid.', detailsOf(parsed.error));
}
