import { useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Language } from '#client/i18n/index.ts';
import { wordsIn, type Words } from './text.ts';

/** The desk's own: whoever has chosen a language there has it here. */
const KEY = 'fenghuo.language';
const language = createStore<Language>(() => (localStorage.getItem(KEY) === 'en' ? 'en' : 'zh-CN'));

export function setLanguage(next: Language): void {
  localStorage.setItem(KEY, next);
  document.documentElement.lang = next;
  language.setState(next, true);
}

export function useWords(): Words {
  const now = useStore(language);
  return useMemo(() => wordsIn(now), [now]);
}
