import { useEffect, useRef, useSyncExternalStore } from 'react';

export interface Shortcut {
  /** As `KeyboardEvent.key` says it: `n`, `N`, `/`, `?`, `ArrowDown`, `Escape`. */
  key: string;
  /** Translation key of what it does, for the help. */
  labelKey: string;
}

interface Registered extends Shortcut {
  run: (event: KeyboardEvent) => void;
}

let registered: readonly Registered[] = [];
const listeners = new Set<() => void>();

/** Runs `handler` when `key` is pressed outside of fields, and lists it in the help while the component is shown. The newest one wins. */
export function useShortcut(key: string, labelKey: string, handler: (event: KeyboardEvent) => void): void {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => {
    const entry: Registered = { key, labelKey, run: (event) => latest.current(event) };
    change([...registered, entry]);
    return () => change(registered.filter((one) => one !== entry));
  }, [key, labelKey]);
}

/** What the help lists: each key once. */
export function useShortcuts(): readonly Shortcut[] {
  return useSyncExternalStore(subscribe, () => registered);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function change(next: readonly Registered[]): void {
  if (registered.length === 0) addEventListener('keydown', onKeyDown);
  registered = next;
  if (next.length === 0) removeEventListener('keydown', onKeyDown);
  for (const listener of listeners) listener();
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isField(event.target)) return;
  const entry = registered.findLast((one) => one.key === event.key);
  if (!entry) return;
  event.preventDefault();
  entry.run(event);
}

/** Where keys are text. A dialog that is open keeps its keys as well. */
function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest('input:not([type="radio"], [type="checkbox"]), textarea, select, [role="dialog"], [role="combobox"], [role="listbox"], [role="menu"]') !==
      null
  );
}
