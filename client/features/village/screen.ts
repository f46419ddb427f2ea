import { village } from './state.ts';
import { say, type Key } from './text.ts';

/** Draws a screen. What it starts (subscriptions, timers, listeners) ends with `until`. */
export type Screen = (until: AbortSignal) => HTMLElement;

/** The text in the language on the screen. A change of language draws the screen anew. */
export const t = (key: Key, given?: Parameters<typeof say>[2]): string => say(village.getState().language, key, given);

/** The pages below `/village#`: the phone's own back button goes through them. */
export const go = (hash: string): void => void (location.hash = hash);

/** Goes on without leaving the present page in the way back. */
export const goInstead = (hash: string): void => location.replace(`#${hash}`);
