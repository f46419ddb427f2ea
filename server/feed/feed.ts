import { isFed, shownTo, type Frame } from '#shared/feed.ts';
import type { Level, Seat } from '#shared/seat.ts';
import type { Change } from '#shared/world.ts';
import type { Clock } from '#server/ports.ts';
import { Audience, type Pending } from './audience.ts';
import { Recent } from './recent.ts';

/** Above so many sockets a tick costs more than it saves: frames go out at half the pace. */
const MANY_SOCKETS = 2000;
/** A screen shows no more than sixty pictures a second. */
const LEAST_PAUSE_MS = 5;

export interface Feed<S = never> {
  /** Counts a screen in; the answer counts it out. */
  join(seat: Seat, socket: S): () => void;
  changed(seq: number, changes: readonly Change[]): void;
  missed(since: number, seat: Seat): Frame | null;
  /** Sends what waits now. */
  flush(): void;
  frames(): number;
  stop(): void;
}

/**
 * One frame a tick for each distinct set of changes, encoded once and sent to everyone who gets just that.
 * The first change after a silence goes out at once; under load what comes meanwhile is gathered. The pause after a
 * frame is half of what sending it took, so that two thirds of the time at most go into sending; `intervalMs` bounds it.
 */
export function openFeed<S>(send: (sockets: readonly S[], frame: Frame) => void, clock: Clock, from: number, intervalMs: number): Feed<S> {
  const audience = new Audience<S>();
  const recent = new Recent(from);
  let pending = new Map<string, Pending>();
  let seq = from;
  let sent = 0;
  let cancel: (() => void) | undefined;

  function changed(at: number, all: readonly Change[]): void {
    const changes = all.filter(({ kind }) => isFed(kind));
    seq = at;
    recent.add(at, changes);
    for (const { kind, id, before, doc } of changes) {
      const key = `${kind}/${id}`;
      const earlier = pending.get(key);
      // Whoever could see it at any time in this tick loses sight of it: a screen that caught up in between has it already.
      pending.set(key, { kind, id, before: earlier ? either(earlier.before, before?.readers) : before?.readers, doc });
    }
    // Deferred to the end of this turn, so that a whole batch of commits is one frame.
    if (!cancel && pending.size > 0) cancel = clock.after(0, tick);
  }

  function tick(): void {
    cancel = undefined;
    if (pending.size === 0) return;
    const startedAt = clock.now().getTime();
    flush();
    const pause = Math.max(LEAST_PAUSE_MS, (clock.now().getTime() - startedAt) / 2);
    cancel = clock.after(Math.min(pause, audience.size > MANY_SOCKETS ? 2 * intervalMs : intervalMs), tick);
  }

  function flush(): void {
    const changes = [...pending.values()];
    pending = new Map();
    for (const { level, items, sockets } of audience.shares(changes)) {
      send(sockets, frameFor(level, changes, items));
      sent += 1;
    }
  }

  function frameFor(level: Level, changes: readonly Pending[], items: readonly string[]): Frame {
    const frame: Frame = { seq, puts: [], drops: [] };
    for (const item of items) {
      const change = changes[Number(item.replace(/^\D+/, ''))];
      if (!change) continue;
      const { kind, id, doc } = change;
      if (item.startsWith('put') && doc) frame.puts.push({ kind, id, doc: shownTo(level, kind, doc) } as Frame['puts'][number]);
      else frame.drops.push({ kind, id });
    }
    return frame;
  }

  return {
    join: (seat, socket) => audience.join(seat, socket),
    changed,
    missed: (since, seat) => recent.missed(since, seq, seat),
    flush,
    frames: () => sent,
    stop: () => cancel?.(),
  };
}

function either(some: readonly string[] | undefined, others: readonly string[] | undefined): readonly string[] | undefined {
  if (!some || !others || some === others) return some ?? others;
  return others.every((room) => some.includes(room)) ? some : [...new Set([...some, ...others])];
}
