import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

export type ThemeName = 'dark' | 'light';

const KEY = 'fenghuo.theme';

const theme = createStore<ThemeName>(() => (localStorage.getItem(KEY) === 'light' ? 'light' : 'dark'));

export const useTheme = (): ThemeName => useStore(theme);
export const themeNow = (): ThemeName => theme.getState();

/** Called when the theme has changed and the stylesheet already speaks its colours: for what is drawn on a canvas. */
export const onTheme = (listener: (name: ThemeName) => void): (() => void) => theme.subscribe(listener);

export function setTheme(name: ThemeName): void {
  localStorage.setItem(KEY, name);
  show(name);
  theme.setState(name, true);
}

/** Puts the theme kept from last time on the page. Dark at first: a duty room at night. */
export const startTheme = (): void => show(theme.getState());

/** A colour of the theme on screen: `token('surface')`. */
export const token = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(`--fh-${name}`).trim();

function show(name: ThemeName): void {
  document.documentElement.dataset['theme'] = name;
}
