import { useState } from 'react';
import { keepPrivate, readPrivate } from '#client/store/private-text.ts';
import { isNobody, NOBODY, type LogCaller } from './log-caller.ts';

export interface LogCallerState {
  caller: LogCaller;
  /** Whether a reload would find it again. */
  kept: boolean;
  put: (caller: LogCaller) => void;
}

/** The caller of a record in progress: with this window, not on the disk. */
export function useLogCaller(userId: string, mode: string): LogCallerState {
  const key = `caller.${mode}.${userId}`;
  const [held, setHeld] = useState(() => ({ key, caller: read(key), kept: true }));
  if (held.key !== key) setHeld({ key, caller: read(key), kept: true });
  return {
    caller: held.caller,
    kept: held.kept,
    put: (caller) => setHeld({ key, caller, kept: keepPrivate(key, isNobody(caller) ? null : JSON.stringify(caller)) }),
  };
}

function read(key: string): LogCaller {
  const kept = readPrivate(key);
  // Written only by `put`.
  return kept === null ? NOBODY : (JSON.parse(kept) as LogCaller);
}
