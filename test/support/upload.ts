import type { Answer } from '#shared/order.ts';
import type { TestApp, TestUser } from './test-app.ts';

export interface Sent {
  id?: string;
  name?: string;
  type?: string;
  fields?: Record<string, string>;
}

/** Sends a file as a browser does. */
export async function upload(
  app: TestApp,
  user: TestUser,
  incidentId: string,
  bytes: Uint8Array<ArrayBuffer>,
  { id = app.core.ids.next(), name = '现场.jpg', type = '', fields = {} }: Sent = {},
): Promise<{ status: number; body: Answer; id: string }> {
  const form = new FormData();
  for (const [field, value] of Object.entries({ id, incidentId, ...fields })) form.append(field, value);
  form.append('file', new Blob([bytes], { type }), name);
  const response = await fetch(`${app.url}/api/v1/files`, { method: 'POST', headers: { authorization: `Bearer ${user.token}` }, body: form });
  return { status: response.status, body: (await response.json()) as Answer, id };
}
