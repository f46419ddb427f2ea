import { useEffect, useState } from 'react';
import type { Edition } from '#shared/plan/state.ts';
import { api } from './api.ts';

export interface FetchedEdition {
  edition: Edition | undefined;
  failed: boolean;
}

const KEPT = 20;
const kept = new Map<string, Edition>();

/**
 * The text of a version of a plan, which no feed brings. `stamp` is whatever tells that it has changed: of a draft its
 * plan's commit. While a newer text is on its way the one before stays.
 */
export function useEdition(id: string | undefined, stamp: number | string): FetchedEdition {
  const [state, setState] = useState<FetchedEdition & { id?: string }>({ edition: undefined, failed: false });
  useEffect(() => {
    if (id === undefined) return;
    let wanted = true;
    const key = `${id}@${stamp}`;
    const known = kept.get(key);
    if (known) {
      setState({ id, edition: known, failed: false });
      return;
    }
    api<Edition>(`/editions/${id}`).then(
      (edition) => {
        if (kept.size >= KEPT) kept.clear();
        kept.set(key, edition);
        if (wanted) setState({ id, edition, failed: false });
      },
      (error: unknown) => {
        console.warn(error);
        if (wanted) setState((before) => ({ ...before, id, failed: true }));
      },
    );
    return () => {
      wanted = false;
    };
  }, [id, stamp]);
  return state.id === id ? state : { edition: undefined, failed: false };
}

/** Forgets every text: another account has others. */
export const forgetEditions = (): void => kept.clear();
