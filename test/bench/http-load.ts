import http from 'node:http';

export interface HttpLoad {
  port: number;
  path: string;
  headers: Record<string, string>;
  count: number;
  atOnce: number;
}

export interface HttpResult {
  perSecond: number;
  bytes: number;
  status: number;
  etag: string;
  encoding: string;
  p50: number;
}

/** Many GETs over kept connections; bodies are counted, not unpacked. */
export async function loadHttp({ port, path, headers, count, atOnce }: HttpLoad): Promise<HttpResult> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: atOnce });
  const times: number[] = [];
  let last: Omit<HttpResult, 'perSecond' | 'p50'> | undefined;
  let given = 0;
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: Math.min(atOnce, count) }, async () => {
      while ((given += 1) <= count) {
        const sentAt = performance.now();
        last = await get(agent, port, path, headers);
        times.push(performance.now() - sentAt);
      }
    }),
  );
  const seconds = (performance.now() - startedAt) / 1000;
  agent.destroy();
  if (!last) throw new Error('Nothing was asked for.');
  return { ...last, perSecond: count / seconds, p50: [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0 };
}

function get(agent: http.Agent, port: number, path: string, headers: Record<string, string>): Promise<Omit<HttpResult, 'perSecond' | 'p50'>> {
  return new Promise((resolve, reject) => {
    const request = http.get({ agent, port, host: '127.0.0.1', path, headers }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => (bytes += chunk.length));
      response.on('end', () =>
        resolve({ bytes, status: response.statusCode ?? 0, etag: response.headers.etag ?? '', encoding: response.headers['content-encoding'] ?? 'identity' }),
      );
    });
    request.on('error', reject);
  });
}
