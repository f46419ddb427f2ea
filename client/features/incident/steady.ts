import { useEffect, useRef, useState } from 'react';

/** A value that changes at most every `ms`: with a hundred changes a second, a list that people read need not follow each. */
export function useSteady<T>(value: T, ms: number): T {
  const [steady, setSteady] = useState(value);
  const changedAt = useRef(0);
  useEffect(() => {
    if (ms === 0) return;
    const wait = Math.max(0, changedAt.current + ms - performance.now());
    const timer = setTimeout(() => {
      changedAt.current = performance.now();
      setSteady(value);
    }, wait);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return ms === 0 ? value : steady;
}

const READS_FOR_MS = 15_000;

/** Whether a person is reading here: the pointer moved or a key was pressed within, not long ago. */
export function useReading(): { reading: boolean; onPointerMove: () => void; onPointerLeave: () => void; onKeyDown: () => void } {
  const [reading, setReading] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const reads = (): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setReading(false), READS_FOR_MS);
    setReading(true);
  };
  const leaves = (): void => {
    clearTimeout(timer.current);
    setReading(false);
  };
  return { reading, onPointerMove: reads, onPointerLeave: leaves, onKeyDown: reads };
}
