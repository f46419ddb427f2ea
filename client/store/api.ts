import type { RefusalDetail } from '#shared/refusal.ts';

/** The server said no. Codes and messages as in every error body of the HTTP interface. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: readonly RefusalDetail[];

  constructor(status: number, code: string, message: string, details: readonly RefusalDetail[] = []) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

/** No answer came: no network, a time-out, or something between here and the server. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('The server did not answer.', { cause });
    this.name = 'Unreachable';
  }
}

const TIMEOUT_MS = 20_000;
let csrf: string | undefined;

/** The token that goes with the session's cookie on every call that changes something. */
export function setCsrf(token: string | undefined): void {
  csrf = token;
}

/** For what is sent by other means than `api`. */
export const csrfNow = (): string | undefined => csrf;

/** One call of `/api/v1`. Throws ApiError for a "no" and Unreachable when nothing was said. */
export async function api<T>(path: string, init: { method?: string; body?: unknown; timeoutMs?: number } = {}): Promise<T> {
  const { method = 'GET', body, timeoutMs = TIMEOUT_MS } = init;
  const headers: Record<string, string> = { accept: 'application/json' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (csrf !== undefined && method !== 'GET') headers['x-csrf-token'] = csrf;
  const answer = await reach(`/api/v1${path}`, {
    method,
    headers,
    credentials: 'same-origin',
    cache: 'no-store',
    signal: AbortSignal.timeout(timeoutMs),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw errorOf(answer.status, answer.body);
  // The server's schemas make this shape; the contract's tests hold it to them.
  return answer.body as T;
}

async function reach(url: string, init: RequestInit): Promise<{ ok: boolean; status: number; body: unknown }> {
  try {
    const response = await fetch(url, init);
    const text = await response.text();
    return { ok: response.ok, status: response.status, body: text === '' ? undefined : parse(text, response.ok) };
  } catch (cause) {
    throw new Unreachable(cause);
  }
}

/** A proxy's error page is not JSON; a good answer that isn't JSON did not come from the server. */
function parse(text: string, ok: boolean): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (ok) throw cause;
    return undefined;
  }
}

function errorOf(status: number, body: unknown): ApiError {
  if (typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string') {
    const message = 'message' in body && typeof body.message === 'string' ? body.message : body.code;
    // Written by the server beside the code, in the form of a refusal's details.
    const details = 'details' in body && Array.isArray(body.details) ? (body.details as RefusalDetail[]) : [];
    return new ApiError(status, body.code, message, details);
  }
  return new ApiError(status, 'unknown', `HTTP ${status}`);
}
