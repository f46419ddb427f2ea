import { useEffect, useRef, useSyncExternalStore } from 'react';

/** Something that can be done now, by its key or from the command palette. */
export interface Command {
  /** Translation key of what it does; its first part is the area of the help. */
  labelKey: string;
  /** As `KeyboardEvent.key` says it: `n`, `N`, `/`, `?`, `ArrowDown`, `Escape`; with `Ctrl+` before it, it works in fields too. */
  key?: string | undefined;
  /** Figures and names in its label. */
  values?: Readonly<Record<string, string | number>> | undefined;
  /** Translation key of why it can't be done now. */
  why?: string | undefined;
}

export interface Registered extends Command {
  run: (event?: KeyboardEvent) => void;
}

export const CTRL = 'Ctrl+';

let registered: readonly Registered[] = [];
const listeners = new Set<() => void>();

/** Runs `handler` when `key` is pressed outside of fields, and lists it in the help and the palette while the component is shown. The newest one wins. */
export function useShortcut(key: string, labelKey: string, handler: (event?: KeyboardEvent) => void, more: Pick<Command, 'why' | 'values'> = {}): void {
  useCommand({ ...more, key, labelKey }, handler);
}

/** Offers something to the palette while the component is shown, with a key or without. One that says why it can't be done is shown and does nothing. */
export function useCommand({ key, labelKey, why, values }: Command, handler: (event?: KeyboardEvent) => void): void {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  const said = values && JSON.stringify(values);
  useEffect(() => {
    const run = (event?: KeyboardEvent): void => {
      if (why === undefined) latest.current(event);
    };
    // Written a line above, from values of this type.
    const entry: Registered = { key, labelKey, why, values: said === undefined ? undefined : (JSON.parse(said) as Command['values']), run };
    change([...registered, entry]);
    return () => change(registered.filter((one) => one !== entry));
  }, [key, labelKey, why, said]);
}

/** All that can be done now. Of two with one key, or one name, the newest counts. */
export function useCommands(): readonly Registered[] {
  return useSyncExternalStore(subscribe, () => registered);
}

/** Of two with one key, or of two without that are called the same, the newest. */
export function newestOf(commands: readonly Registered[]): Registered[] {
  const newest = new Map<string, Registered>();
  for (const one of commands) newest.set(one.key ?? `${one.labelKey} ${JSON.stringify(one.values ?? {})}`, one);
  return [...newest.values()];
}

/** What a command is about: the first part of its key. */
export const areaOf = ({ labelKey }: Command): string => labelKey.slice(0, labelKey.indexOf('.'));

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
  const ctrl = event.ctrlKey || event.metaKey;
  if (event.defaultPrevented || event.altKey || event.isComposing || (ctrl ? inDialog(event.target) : isField(event.target))) return;
  const pressed = ctrl ? `${CTRL}${event.key.toLowerCase()}` : event.key;
  const entry = registered.findLast((one) => one.key === pressed);
  if (!entry) return;
  event.preventDefault();
  entry.run(event);
}

const inDialog = (target: EventTarget | null): boolean => target instanceof Element && target.closest('dialog') !== null;

/** Where keys are text. A dialog that is open keeps its keys as well. */
function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest('input:not([type="radio"], [type="checkbox"]), textarea, select, [role="dialog"], [role="combobox"], [role="listbox"], [role="menu"]') !==
      null
  );
}
