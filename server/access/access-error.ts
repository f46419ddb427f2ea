import type { RefusalDetail } from '#shared/refusal.ts';
import type { Refused } from '#shared/order.ts';
import type { z } from 'zod';
import { isStoreAway } from '#server/store/is-store-away.ts';

/** An expected "no" to a person who wants in, with what HTTP says for it. */
export class AccessError extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: readonly RefusalDetail[];
  readonly retryAfterS: number | undefined;

  constructor(status: number, code: string, message: string, more: { details?: readonly RefusalDetail[]; retryAfterS?: number } = {}) {
    super(message);
    this.name = 'AccessError';
    this.status = status;
    this.code = code;
    this.details = more.details ?? [];
    this.retryAfterS = more.retryAfterS;
  }
}

/** One field is wrong. */
export const invalidField = (path: string, message: string): AccessError =>
  new AccessError(400, 'invalid', `${path}: ${message}`, { details: [{ path, message }] });

/** The body as its schema makes it; each thing that is wrong is named by its path. */
export function parseBody<T extends z.ZodType>(schema: T, body: unknown): z.output<T> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const details = parsed.error.issues.flatMap((issue) => {
    const at = issue.path.map(String);
    const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...at, key]) : [at];
    return paths.map((path) => ({ path: path.join('.'), message: issue.code === 'unrecognized_keys' ? 'unknown field' : issue.message }));
  });
  throw new AccessError(400, 'invalid', 'The request body is not as it must be.', { details });
}

const STATUS: Readonly<Record<string, number>> = {
  invalid: 400,
  'not-permitted': 403,
  'too-many-orders': 429,
  'disk-low': 503,
  'store-unavailable': 503,
  internal: 500,
};

/** An order that had to be journaled first was refused, so nothing was done. */
export function refusedOrder({ code, message, details }: Refused): AccessError {
  const status = STATUS[code] ?? 409;
  return new AccessError(status, code, message, { ...(details ? { details } : {}), ...(status === 503 ? { retryAfterS: RETRY_STORE_S } : {}) });
}

const RETRY_STORE_S = 5;

/** Waits for the store; when it is away the caller learns that and when to ask again. */
export async function stored<T>(work: PromiseLike<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (isStoreAway(error)) throw new AccessError(503, 'store-unavailable', 'The store is away. Try again in a moment.', { retryAfterS: RETRY_STORE_S });
    throw error;
  }
}

const DUPLICATE_KEY = 11_000;

export const isDuplicate = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === DUPLICATE_KEY;
