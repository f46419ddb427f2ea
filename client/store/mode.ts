import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

export type Mode = 'real' | 'drill';

const KEY = 'fenghuo.mode';

/** A tab shows what is real or a drill, never both. A new tab starts with what is real. */
const mode = createStore<Mode>(() => (sessionStorage.getItem(KEY) === 'drill' ? 'drill' : 'real'));

export const useMode = (): Mode => useStore(mode);

export function setMode(next: Mode): void {
  sessionStorage.setItem(KEY, next);
  mode.setState(next, true);
}
