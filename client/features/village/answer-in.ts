import type { Answer } from '#shared/order.ts';
import { ApiError } from '#client/store/api.ts';

/** The refusal that an error is, if it is one; else the error is thrown again and the order waits. */
export function answerIn(error: unknown): Answer {
  if (!(error instanceof ApiError) || atTheDoor(error)) throw error;
  const { code, message, details } = error;
  // The body of a refused order is a Refused, whose codes are the refusals.
  return { ok: false, code, message, details } as Answer;
}

/** Not signed in, no token, a proxy's page, too many requests: the order may be good, so it goes again. */
function atTheDoor({ status, code }: ApiError): boolean {
  if (status === 403) return code !== 'not-permitted';
  return status === 401 || status === 408 || code === 'unknown' || (status === 429 && code !== 'too-many-orders');
}
