import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { PLACE_READINGS, saidBy } from '#shared/pinyin.ts';

/** Whether what was typed is how a text sounds. */
export type Sounds = (text: string, typed: string) => boolean;

const sounds = createStore<{ says: Sounds | undefined }>(() => ({ says: undefined }));
/** Texts of ten thousand incidents, each with its place. */
const MOST_KEPT = 30_000;
let loading: Promise<void> | undefined;

/** The dictionary of sounds, fetched when letters are typed for the first time; until it is here texts are found as they are written. */
export function useSounds(typed: string): Sounds | undefined {
  const says = useStore(sounds, (state) => state.says);
  if (!says && /[a-z]/i.test(typed)) loading ??= load();
  return says;
}

async function load(): Promise<void> {
  try {
    const { pinyin, customPinyin } = await import('pinyin-pro');
    customPinyin(PLACE_READINGS);
    const kept = new Map<string, readonly string[]>();
    const readingsOf = (text: string): readonly string[] => {
      const known = kept.get(text);
      if (known) return known;
      if (kept.size >= MOST_KEPT) kept.clear();
      const readings = pinyin(text, { toneType: 'none', type: 'array', v: true }).map((sound) => sound.toLowerCase());
      kept.set(text, readings);
      return readings;
    };
    sounds.setState({ says: (text, typed) => saidBy(readingsOf(text), typed) });
  } catch (error) {
    // Without a line it may not be there: it is asked for again with the next letter.
    console.warn('The dictionary of sounds could not be loaded.', error);
    loading = undefined;
  }
}
