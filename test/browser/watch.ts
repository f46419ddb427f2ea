import type { BrowserContext, ConsoleMessage } from 'playwright-core';

export interface Watch {
  context: BrowserContext;
  /** Faults that a test brings about itself. */
  expects: RegExp[];
  /** What went wrong, but for what was expected. */
  faults(): string[];
}

/** A page asks who is signed in by a call that says "nobody" with 401; the browser writes every 401 to its console. */
const NOBODY_SIGNED_IN = /status of 401 .*\/api\/v1\/session$/;

/** Notes every error that a browser writes or a page throws, and every request to another host. */
export function watch(context: BrowserContext, home: string): Watch {
  const expects = [NOBODY_SIGNED_IN];
  const noted: string[] = [];
  context.on('weberror', (thrown) => void noted.push(`thrown: ${thrown.error().stack ?? thrown.error().message}`));
  context.on('console', (message) => message.type() === 'error' && noted.push(wordsOf(message)));
  context.on('request', (request) => isForeign(request.url(), home) && noted.push(`asked another host: ${request.url()}`));
  context.on('page', (page) => page.on('websocket', (socket) => isForeign(socket.url(), home) && noted.push(`asked another host: ${socket.url()}`)));
  return { context, expects, faults: () => noted.filter((fault) => !expects.some((expected) => expected.test(fault))) };
}

const wordsOf = (message: ConsoleMessage): string => `console: ${message.text()} ${message.location().url}`.trim();

function isForeign(url: string, home: string): boolean {
  const { protocol, host } = new URL(url);
  return protocol !== 'data:' && protocol !== 'blob:' && host !== new URL(home).host;
}
