import type { Answer } from '#shared/order.ts';
import { api, ApiError, csrfNow } from './api.ts';
import { liveSocket, suspect } from './socket.ts';
import { sessionLost } from './session.ts';

const ACK_MS = 10_000;
/** Sends one order over the socket, or by HTTP while there is none. Throws when it was not answered. */
export async function post(order: { id: string; type: string; payload: unknown }): Promise<Answer> {
  const socket = liveSocket();
  if (!socket) return postHttp(order);
  try {
    return await socket.timeout(ACK_MS).emitWithAck('order', order);
  } catch (error) {
    suspect();
    throw error;
  }
}

async function postHttp(order: { id: string; type: string; payload: unknown }): Promise<Answer> {
  // Opened without a network, the page has not yet been given the session's token: the server would only turn it away.
  if (csrfNow() === undefined) throw new Error('The session has no token yet.');
  try {
    return await api<Answer>('/orders', { method: 'POST', body: order, timeoutMs: ACK_MS });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (!atTheDoor(error)) return refusedBy(error);
    // Ended, or another tab signed in anew: the session's own answer tells.
    if (error.status === 401 || error.status === 403) sessionLost('session-ended');
    throw error;
  }
}

function refusedBy({ code, message, details }: ApiError): Answer {
  // The body of a refused order is a Refused, whose codes are the refusals.
  return { ok: false, code, message, details } as Answer;
}

/** Said by something in front of the orders, which never looked at this one: it may be good, so it goes again. */
function atTheDoor({ status, code }: ApiError): boolean {
  if (status === 403) return code !== 'not-permitted';
  return status === 401 || status === 408 || code === 'unknown' || (status === 429 && code !== 'too-many-orders');
}
