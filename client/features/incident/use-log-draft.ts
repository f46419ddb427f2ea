import { useState } from 'react';
import { emptyDraft, isEmptyDraft, type LogDraft } from './log-draft.ts';

const keyOf = (userId: string, mode: string): string => `fenghuo.log.${mode}.${userId}`;

/** A record in progress. Each keystroke is on disk, so neither a reload nor a power cut loses what a caller said. */
export function useLogDraft(userId: string, mode: string, now: () => number) {
  const key = keyOf(userId, mode);
  const [held, setHeld] = useState(() => ({ key, draft: read(key) ?? fresh(now) }));
  if (held.key !== key) setHeld({ key, draft: read(key) ?? fresh(now) });
  const put = (draft: LogDraft): void => {
    if (isEmptyDraft(draft)) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(draft));
    setHeld({ key, draft });
  };
  return {
    draft: held.draft,
    change: (part: Partial<LogDraft>) => put({ ...held.draft, ...part }),
    /** Starts over: the call comes in now. */
    restart: () => put(fresh(now)),
    put,
  };
}

export type LogDraftState = ReturnType<typeof useLogDraft>;

const fresh = (now: () => number): LogDraft => emptyDraft(new Date(now()).toISOString());

function read(key: string): LogDraft | undefined {
  const kept = localStorage.getItem(key);
  if (kept === null) return undefined;
  // Written only by `put`; an older form lacks fields, which the empty draft supplies.
  const draft = JSON.parse(kept) as Partial<LogDraft> & Pick<LogDraft, 'openedAt'>;
  return { ...emptyDraft(draft.openedAt), ...draft };
}
