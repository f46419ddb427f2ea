import type { Connection } from '#client/store/connection.ts';
import type { Language } from '#client/i18n/index.ts';
import type { IconName } from '#client/ui/icon.tsx';
import { formatAge, formatClock } from '#client/ui/time.ts';

export interface BarState {
  /** `warn` turns the whole bar. */
  tone: 'live' | 'busy' | 'warn';
  icon: IconName;
  /** Translation key and its figures. */
  key: string;
  values: { at?: string; age?: string };
}

/** What the bar says of the connection, in words. `now` is by this computer's clock, as the connection's times are. */
export function barState(connection: Connection, now: number, language: Language): BarState {
  const { status, offlineSince, heardAt, staleSince, refused, lastFrameAt } = connection;
  if (status === 'offline') {
    const age = formatAge(now - (offlineSince ?? now), language);
    if (refused === 'too-many-sockets') return { tone: 'warn', icon: 'cut', key: 'shell.bar.tooMany', values: { age } };
    if (heardAt === null) return { tone: 'warn', icon: 'cut', key: 'shell.bar.neverConnected', values: { age } };
    return { tone: 'warn', icon: 'cut', key: 'shell.bar.offline', values: { at: formatClock(heardAt), age } };
  }
  if (staleSince !== null) return { tone: 'warn', icon: 'store', key: 'shell.bar.stale', values: { at: formatClock(Date.parse(staleSince)) } };
  if (status === 'connecting') return { tone: 'busy', icon: 'busy', key: 'shell.bar.connecting', values: {} };
  if (status === 'catching-up') return { tone: 'busy', icon: 'busy', key: 'shell.bar.catchingUp', values: {} };
  const changed = lastFrameAt ?? now;
  // A figure that moves every second draws the eye for nothing: under a minute the time alone says it.
  const key = now - changed < 60_000 ? 'shell.bar.live' : 'shell.bar.quiet';
  return { tone: 'live', icon: 'live', key, values: { at: formatClock(changed), age: formatAge(now - changed, language) } };
}
