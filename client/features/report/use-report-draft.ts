import { useState } from 'react';
import type { ReportDraft } from './report-draft.ts';

/** A report in progress. Each keystroke is on disk: a reload or a power cut loses nothing. */
export function useReportDraft(key: string, start: () => ReportDraft) {
  const [draft, setDraft] = useState(() => read(key) ?? start());
  const put = (next: ReportDraft): void => {
    localStorage.setItem(key, JSON.stringify(next));
    setDraft(next);
  };
  return {
    draft,
    change: (part: Partial<ReportDraft>) => put({ ...draft, ...part }),
    /** Written anew from what is known now. */
    restart: () => put(start()),
    /** It was given: nothing is kept here any more. */
    forget: () => localStorage.removeItem(key),
  };
}

function read(key: string): ReportDraft | undefined {
  const kept = localStorage.getItem(key);
  // Written only by `put`.
  return kept === null ? undefined : (JSON.parse(kept) as ReportDraft);
}
