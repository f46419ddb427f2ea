import { csrfNow } from './api.ts';
import type { Outcome, Upload } from './upload-queue.ts';

const TIMEOUT_MS = 150_000;
/** The server looked at it and says no for good; anything else is tried again. */
const FINAL: readonly number[] = [400, 404, 409, 410, 413, 415, 422];

/** Sends one file. Never rejects: no answer is "not now". XMLHttpRequest tells how far it is, fetch does not. */
export function postFile({ id, incidentId, name, blob, evidence, caption = '' }: Upload, progress: (part: number) => void): Promise<Outcome> {
  const form = new FormData();
  form.append('id', id);
  form.append('incidentId', incidentId);
  if (evidence) form.append('evidence', 'true');
  if (caption.trim() !== '') form.append('caption', caption.trim());
  form.append('file', blob, name);
  const request = new XMLHttpRequest();
  request.open('POST', '/api/v1/files');
  request.timeout = TIMEOUT_MS;
  const csrf = csrfNow();
  if (csrf !== undefined) request.setRequestHeader('x-csrf-token', csrf);
  return new Promise((resolve) => {
    const away = (): void => resolve({ state: 'later', code: 'network', message: '' });
    request.upload.addEventListener('progress', ({ loaded, total }) => progress(total > 0 ? loaded / total : 0));
    for (const event of ['error', 'timeout', 'abort'] as const) request.addEventListener(event, away);
    request.addEventListener('load', () => resolve(outcomeOf(request.status, request.responseText)));
    request.send(form);
  });
}

function outcomeOf(status: number, text: string): Outcome {
  if (status === 200) return { state: 'taken' };
  const { code, message } = said(text);
  const final = FINAL.includes(status) || (status === 403 && code === 'not-permitted');
  return { state: final && code !== 'unknown' ? 'refused' : 'later', code, message };
}

/** A proxy's error page is not ours. */
function said(text: string): { code: string; message: string } {
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === 'object' && body !== null && 'code' in body && 'message' in body) return { code: String(body.code), message: String(body.message) };
  } catch {
    // Not JSON: said by something in front of the server.
  }
  return { code: 'unknown', message: '' };
}
