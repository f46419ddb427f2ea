import { AccessError } from './access-error.ts';

/** Lets so many pieces of heavy work run at once; the rest wait, urgent ones first, and beyond a limit are sent away. */
export interface Turns {
  run<T>(urgent: boolean, work: () => Promise<T>): Promise<T>;
}

const BUSY_RETRY_S = 2;

export function createTurns(atOnce: number, waitingLimit: number): Turns {
  const urgentOnes: (() => void)[] = [];
  const others: (() => void)[] = [];
  let running = 0;

  const turn = (urgent: boolean): Promise<void> | undefined => {
    if (running < atOnce) {
      running += 1;
      return undefined;
    }
    const line = urgent ? urgentOnes : others;
    // Each line has its own limit, so that a flood of strangers leaves room for those who are known.
    if (line.length >= waitingLimit) throw new AccessError(503, 'busy', 'Too many sign-ins at once. Try again in a moment.', { retryAfterS: BUSY_RETRY_S });
    return new Promise((resolve) => line.push(resolve));
  };
  const pass = (): void => {
    const next = urgentOnes.shift() ?? others.shift();
    // The place is handed on, so the number of those running stays.
    if (next) next();
    else running -= 1;
  };

  return {
    async run(urgent, work) {
      await turn(urgent);
      try {
        return await work();
      } finally {
        pass();
      }
    },
  };
}
