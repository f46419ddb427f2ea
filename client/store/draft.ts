import { useState } from 'react';
import { outboxNow, useSending } from './outbox.ts';
import { sessionNow } from './session.ts';

/** What was typed into a form: there again when it is opened again, on this device and for this person, until its order was recorded. */
export interface Draft<T> {
  value: T;
  /** Whether anything was typed that is not there from the start. */
  dirty: boolean;
  change: (part: Partial<T>) => void;
  /** Starts over. */
  clear: () => void;
  /** An order carries it now: it comes back only if that is refused. */
  given: (orderId: string) => void;
}

interface Kept {
  value: object;
  at: number;
  order?: string;
}

const PREFIX = 'fenghuo.draft.';
/** Nobody goes on with what was begun a month ago. */
const LONGEST_MS = 30 * 24 * 3_600_000;

/** A form's draft by its name. Another name is another draft. */
export function useDraft<T extends object>(name: string, initial: T): Draft<T> {
  const key = `${PREFIX}${sessionNow()?.user.id ?? ''}.${name}`;
  const [held, setHeld] = useState<{ key: string; value: T; order?: string }>(() => ({ key, value: readDraft(key, initial) }));
  const refused = useSending(held.order)?.state === 'refused';
  if (held.key !== key || (refused && held.order !== undefined)) setHeld({ key, value: readDraft(key, initial) });
  const keep = (value: T, order?: string): void => {
    const same = order === undefined && JSON.stringify(value) === JSON.stringify(initial);
    if (same) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify({ value, at: Date.now(), ...(order === undefined ? {} : { order }) } satisfies Kept));
  };
  const put = (value: T): void => {
    keep(value);
    setHeld({ key, value });
  };
  return {
    value: held.value,
    dirty: JSON.stringify(held.value) !== JSON.stringify(initial),
    change: (part) => put({ ...held.value, ...part }),
    clear: () => put(initial),
    given: (orderId) => {
      keep(held.value, orderId);
      setHeld({ key, value: initial, order: orderId });
    },
  };
}

export function readDraft<T extends object>(key: string, initial: T): T {
  const text = localStorage.getItem(key);
  if (text === null) return initial;
  // Written only above, under a name that always has the same fields.
  const { value, at, order } = JSON.parse(text) as Kept;
  const taken = order !== undefined && outboxNow().find(({ id }) => id === order)?.state !== 'refused';
  if (taken || Date.now() - at > LONGEST_MS) {
    localStorage.removeItem(key);
    return initial;
  }
  return { ...initial, ...value };
}
