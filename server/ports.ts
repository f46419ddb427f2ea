import { v7 } from 'uuid';

/** Time enters here and nowhere else, so that tests drive it. */
export interface Clock {
  now(): Date;
  /** Runs once after so many milliseconds; the answer cancels it. */
  after(ms: number, run: () => void): () => void;
}

export interface Ids {
  /** A new UUIDv7. */
  next(): string;
}

/** Node fires a timer of more than this at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => new Date(),
  after(ms, run) {
    const timer = setTimeout(run, Math.max(0, Math.min(ms, LONGEST_TIMER_MS)));
    return () => clearTimeout(timer);
  },
};

export const systemIds: Ids = { next: () => v7() };

/** The part of pino that is used, so a test can pass its own. */
export interface Log {
  debug?(context: object | string, message?: string): void;
  info(context: object | string, message?: string): void;
  warn(context: object | string, message?: string): void;
  error(context: object | string, message?: string): void;
}

export const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
