import { isOrderType, ORDERS, type Order } from '#shared/catalogue.ts';
import { Envelope } from '#shared/order.ts';
import { refuse, type RefusalDetail } from '#shared/refusal.ts';
import type { z } from 'zod';

/** What came over the wire as an order, or a refusal that names each field that is wrong. */
export function parseOrder(input: unknown): Order {
  const envelope = Envelope.safeParse(input);
  if (!envelope.success) return refuse('invalid', 'This is not an order: it needs id (a UUID), type and payload.', detailsOf(envelope.error));
  const { id, type, payload } = envelope.data;
  if (!isOrderType(type)) return refuse('unknown-order', `There is no order ${JSON.stringify(type.slice(0, 64))}.`);
  const parsed = ORDERS[type].safeParse(payload);
  if (!parsed.success) return refuse('invalid', summary(parsed.error), detailsOf(parsed.error));
  const broken = illFormed(payload);
  if (broken !== undefined) return refuse('invalid', `${broken}: not well-formed text`, [{ path: broken, message: 'not well-formed text' }]);
  // The schema of a type gives that type's payload: the compiler can't see that the two go together.
  return { id, type, payload: parsed.data } as Order;
}

/** Where a text has half a character. UTF-8 can't keep it, so the journal would not read back what its hash was made of. */
function illFormed(value: unknown, path: readonly string[] = []): string | undefined {
  if (typeof value === 'string') return value.isWellFormed() ? undefined : path.join('.');
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const found = illFormed(inner, [...path, key]);
    if (found !== undefined) return found;
  }
  return undefined;
}

export function detailsOf(error: z.ZodError): RefusalDetail[] {
  return error.issues.slice(0, 20).flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') return issue.keys.slice(0, 20).map((key) => ({ path: [...issue.path, key].join('.'), message: 'unknown field' }));
    return [{ path: issue.path.join('.'), message: issue.message }];
  });
}

function summary(error: z.ZodError): string {
  const [first] = detailsOf(error);
  return first ? `${first.path || 'payload'}: ${first.message}` : 'The payload is not valid.';
}
