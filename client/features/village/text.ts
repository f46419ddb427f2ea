import type { Language } from '#client/i18n/index.ts';
import { en } from './text-en.ts';
import { zh } from './text-zh.ts';

export type Key = keyof typeof zh;
export type Text = Readonly<Record<Key, string>>;

export const TEXTS: Readonly<Record<Language, Text>> = { 'zh-CN': zh, en };

/** `{name}` in a text stands for what is given under that name. */
export function say(language: Language, key: Key, given: Readonly<Record<string, string | number>> = {}): string {
  return TEXTS[language][key].replaceAll(/\{(\w+)\}/g, (all, name: string) => String(given[name] ?? all));
}

/** The text for something the server names, when there is one for it. */
export function sayIfKnown(language: Language, key: string): string | undefined {
  return Object.hasOwn(zh, key) ? TEXTS[language][key as Key] : undefined;
}
