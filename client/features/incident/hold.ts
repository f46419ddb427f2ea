import { useMemo, useState } from 'react';
import type { Incident } from '#shared/incident/state.ts';

export interface Held {
  rows: readonly Incident[];
  /** How many wait to be shown. */
  arrived: number;
  /** Whether what is shown would stand in another order. */
  moved: boolean;
}

/** The rows as a person is reading them, with what is known now: nothing comes, goes or changes place. */
export function hold(reading: readonly Incident[], now: readonly Incident[], find: (id: string) => Incident | undefined): Held {
  const shown = new Set(reading.map(({ id }) => id));
  const known = now.filter(({ id }) => shown.has(id));
  const still = new Set(known.map(({ id }) => id));
  return {
    rows: reading.map((row) => find(row.id) ?? row),
    arrived: now.length - known.length,
    moved: reading.filter(({ id }) => still.has(id)).some((row, i) => row.id !== known[i]?.id) || known.length < reading.length,
  };
}

interface HeldList extends Held {
  adopt: () => void;
}

/** Holds the list still while it is read, and follows at once when it is not, or when another question is asked of it. */
export function useHeld(now: readonly Incident[], reading: boolean, question: string, find: (id: string) => Incident | undefined): HeldList {
  const [base, setBase] = useState(now);
  const [asked, setAsked] = useState(question);
  if (base !== now && (!reading || asked !== question)) setBase(now);
  if (asked !== question) setAsked(question);
  return useMemo(
    () => ({ ...(reading ? hold(base, now, find) : { rows: now, arrived: 0, moved: false }), adopt: () => setBase(now) }),
    [base, now, reading, find],
  );
}
