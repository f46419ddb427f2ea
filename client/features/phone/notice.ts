export interface Notice {
  title: string;
  body: string;
  tag: string;
  /** Where a touch on it leads. */
  data: string;
  icon: string;
  badge: string;
  renotify: boolean;
  requireInteraction: boolean;
  vibrate: readonly number[];
}

const ICON = '/team-icon-192.png';

/** What the lock screen shows of a push: `{title, body, url, tag}` as JSON. Of anything else, that something is there. */
export function noticeOf(text: string | undefined): Notice {
  const said = parsed(text);
  const word = (name: string, otherwise: string): string => {
    const value = said[name];
    return typeof value === 'string' && value !== '' ? value : otherwise;
  };
  return {
    title: word('title', '烽火 · 救援队'),
    body: word('body', '有新的消息，请打开查看。'),
    tag: word('tag', 'fenghuo.team'),
    data: word('url', '/team'),
    icon: ICON,
    badge: ICON,
    renotify: true,
    requireInteraction: true,
    vibrate: [200, 100, 200, 100, 400],
  };
}

/** Only a place on this page: whatever a push says, a touch leads nowhere else. */
export function within(url: unknown, page: string): string {
  return typeof url === 'string' && (url === page || url.startsWith(`${page}#`) || url.startsWith(`${page}?`)) ? url : page;
}

function parsed(text: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    // Not JSON: a test message of a push service.
    return {};
  }
}
