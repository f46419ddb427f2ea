import { useCallback, useEffect, useState } from 'react';
import { api } from '#client/store/api.ts';
import { accessErrorText } from './error-text.ts';

export interface Call<T> {
  answer: T | null;
  error: string | null;
  again: () => void;
}

/** What a call answers, asked when shown and again on demand. The last answer stays while it is asked. */
export function useCall<T>(path: string): Call<T> {
  const [state, setState] = useState<{ answer: T | null; error: string | null }>({ answer: null, error: null });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let current = true;
    api<T>(path).then(
      (answer) => current && setState({ answer, error: null }),
      (reason: unknown) => current && setState((before) => ({ ...before, error: accessErrorText(reason) })),
    );
    return () => {
      current = false;
    };
  }, [path, round]);
  return { ...state, again: useCallback(() => setRound((n) => n + 1), []) };
}
