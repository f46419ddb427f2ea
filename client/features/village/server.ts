import type { Answer } from '#shared/order.ts';
import { api, ApiError, Unreachable } from '#client/store/api.ts';
import { answerIn } from './answer-in.ts';
import { village } from './state.ts';

type Init = Parameters<typeof api>[1];

const ORDER_MS = 20_000;

/** One call. Whether an answer came, whatever it was, is what the page knows of the signal. */
export async function ask<T>(path: string, init?: Init): Promise<T> {
  try {
    const answer = await api<T>(path, init);
    village.setState({ reached: true });
    return answer;
  } catch (error) {
    if (error instanceof Unreachable) village.setState({ reached: false });
    if (error instanceof ApiError) {
      village.setState({ reached: true });
      if (error.status === 401 && village.getState().phase === 'signed-in') village.setState({ phase: 'expired' });
    }
    throw error;
  }
}

/** Sends one order. Throws when it was not answered, and when the answer came from something that never looked at it. */
export async function postOrder(order: { id: string; type: string; payload: unknown }): Promise<Answer> {
  // Remembered from last time and not confirmed yet: without its token nothing is let in.
  if (!village.getState().session?.csrf) throw new Unreachable('The session is not confirmed yet.');
  return ask<Answer>('/orders', { method: 'POST', body: order, timeoutMs: ORDER_MS }).catch(answerIn);
}
