import { ApiError, Unreachable } from '#client/store/api.ts';

/** Fetches a paper and gives it to the browser to keep. What was refused comes back as an error with its words. */
export async function download(path: string): Promise<void> {
  const response = await fetch(`/api/v1${path}`, { credentials: 'same-origin', cache: 'no-store' }).catch((cause: unknown) => {
    throw new Unreachable(cause);
  });
  if (!response.ok) {
    // Every error body of the interface says these two; a proxy's says nothing.
    const said = (await response.json().catch(() => ({}))) as { code?: string; message?: string };
    throw new ApiError(response.status, said.code ?? 'unknown', said.message ?? `HTTP ${response.status}`);
  }
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = nameIn(response.headers.get('content-disposition')) ?? '';
  link.click();
  URL.revokeObjectURL(link.href);
}

/** The name that the server gave: `filename*=UTF-8''…` (RFC 5987). */
export function nameIn(disposition: string | null): string | undefined {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(disposition ?? '')?.[1];
  return encoded === undefined ? undefined : decodeURIComponent(encoded);
}
