import type { SignedInAnswer } from '#shared/access/accounts.ts';
import type { Answer } from '#shared/order.ts';

/** The public HTTP API as any program outside would call it. */
export interface Api {
  get<T>(path: string): Promise<T>;
  send<T>(method: 'POST' | 'PATCH', path: string, body: unknown): Promise<{ status: number; body: T }>;
  order(envelope: { id: string; type: string; payload: unknown }): Promise<Answer>;
}

export function apiOf(baseUrl: string, token?: string): Api {
  const headers = { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) };
  async function send<T>(method: string, path: string, body: unknown): Promise<{ status: number; body: T }> {
    const response = await fetch(new URL(path, baseUrl), { method, headers, body: JSON.stringify(body) });
    // The caller names what the server promises for this path.
    return { status: response.status, body: (await response.json()) as T };
  }
  return {
    send,
    order: async (envelope) => (await send<Answer>('POST', '/api/v1/orders', envelope)).body,
    async get<T>(path: string) {
      const response = await fetch(new URL(path, baseUrl), { headers });
      const body = (await response.json()) as T;
      if (!response.ok) throw new Error(`GET ${path} was answered ${response.status}: ${JSON.stringify(body)}`);
      return body;
    },
  };
}

/** Signs in and answers with the token. */
export async function signIn(baseUrl: string, username: string, password: string): Promise<string> {
  const { status, body } = await apiOf(baseUrl).send<SignedInAnswer>('POST', '/api/v1/session', { username, password });
  if (status !== 200) throw new Error(`${username} could not sign in (${status}): ${JSON.stringify(body)}`);
  return body.token;
}
