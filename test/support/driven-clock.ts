import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '#server/ports.ts';

export interface DrivenClock extends Clock {
  /** Moves time on. Timers that come due run in their order, each at its own instant, and what they begin gets a turn. */
  advance(ms: number): Promise<void>;
  waiting(): number;
}

interface Timer {
  at: number;
  run: () => void;
}

/** Time stands still until a test moves it. What is asked for at once still comes by itself, in the next turn. */
export function drivenClock(start = '2026-06-01T02:00:00.000Z'): DrivenClock {
  let now = Date.parse(start);
  let timers: Timer[] = [];

  function after(ms: number, run: () => void): () => void {
    if (ms <= 0) {
      const soon = setImmediate(run);
      return () => clearImmediate(soon);
    }
    const timer = { at: now + ms, run };
    timers.push(timer);
    return () => void (timers = timers.filter((other) => other !== timer));
  }

  return {
    now: () => new Date(now),
    after,
    waiting: () => timers.length,
    async advance(ms) {
      const end = now + ms;
      for (;;) {
        await nextTurn();
        const [next] = timers.toSorted((a, b) => a.at - b.at);
        if (!next || next.at > end) break;
        timers = timers.filter((timer) => timer !== next);
        now = Math.max(now, next.at);
        next.run();
      }
      now = end;
      await nextTurn();
    },
  };
}

/** Time goes by as ever, and a test may leap ahead: for a whole server, whose frames need moments of their own. */
export function leapingClock(start?: string): DrivenClock {
  let ahead = start === undefined ? 0 : Date.parse(start) - Date.now();
  const timers = new Set<Timer & { cancel: () => void }>();

  function after(ms: number, run: () => void): () => void {
    const timer = { at: Date.now() + ahead + ms, run: fire, cancel: () => clearTimeout(real) };
    const real = setTimeout(fire, Math.max(0, Math.min(ms, 2 ** 31 - 1)));
    function fire(): void {
      timer.cancel();
      if (timers.delete(timer)) run();
    }
    timers.add(timer);
    return () => {
      timer.cancel();
      timers.delete(timer);
    };
  }

  return {
    now: () => new Date(Date.now() + ahead),
    after,
    waiting: () => timers.size,
    async advance(ms) {
      ahead += ms;
      const now = Date.now() + ahead;
      for (const timer of [...timers].sort((a, b) => a.at - b.at)) if (timer.at <= now) timer.run();
      await nextTurn();
    },
  };
}
