import type { Draft } from './compose.ts';
import { now, nowIso } from './clock.ts';
import { isKind, type Kind } from './kinds.ts';
import { newId } from './reports.ts';

const KEY = 'fenghuo.village.draft';
/** A draft that was left for longer is another story. */
const KEPT_MS = 60 * 60 * 1000;

interface Kept {
  draft: Draft;
  touched: number;
}

/** The report being made. It outlives a killed tab; its id and its time are those of the first tap. */
export function draftNow(): Draft | undefined {
  const text = localStorage.getItem(KEY);
  // Written only by `write`.
  const kept = text === null ? undefined : (JSON.parse(text) as Kept);
  return kept && isKind(kept.draft.kind) && now() - kept.touched < KEPT_MS ? kept.draft : undefined;
}

/** Chooses what happened. Going back to choose again keeps the id and the first time. */
export function begin(kind: Kind): void {
  write({ ...(draftNow() ?? { id: newId(), at: nowIso() }), kind });
}

export function change(part: Partial<Draft>): void {
  const draft = draftNow();
  if (draft) write({ ...draft, ...part });
}

export function discard(): void {
  localStorage.removeItem(KEY);
}

/** A refused report as a draft again. It gets another id, for the first one was answered. */
export function restart(draft: Omit<Draft, 'id'>): void {
  write({ ...draft, id: newId() });
}

const write = (draft: Draft): void => localStorage.setItem(KEY, JSON.stringify({ draft, touched: now() } satisfies Kept));
