import { useEffect, useState } from 'react';

/** Renders again every `ms`, on the beat of the given clock, so that a second never shows twice or is skipped. */
export function useTick(ms: number, clock: () => number = Date.now): number {
  const [now, setNow] = useState(clock);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const beat = (): void => {
      setNow(clock());
      timer = setTimeout(beat, ms - (clock() % ms) + 5);
    };
    timer = setTimeout(beat, ms - (clock() % ms) + 5);
    return () => clearTimeout(timer);
  }, [ms, clock]);
  return now;
}
