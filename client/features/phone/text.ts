import type { Language } from '#client/i18n/index.ts';
import { dispatch as dispatchEn } from '#client/i18n/en/dispatch.ts';
import { dispatchRefusals as dispatchRefusalsEn } from '#client/i18n/en/names/dispatch.ts';
import { teamRefusals as teamRefusalsEn } from '#client/i18n/en/names/team.ts';
import { team as teamEn } from '#client/i18n/en/team.ts';
import { dispatch as dispatchZh } from '#client/i18n/zh-CN/dispatch.ts';
import { dispatchRefusals as dispatchRefusalsZh } from '#client/i18n/zh-CN/names/dispatch.ts';
import { teamRefusals as teamRefusalsZh } from '#client/i18n/zh-CN/names/team.ts';
import { team as teamZh } from '#client/i18n/zh-CN/team.ts';
import type { MissionState } from '#shared/dispatch/mission.ts';
import type { Category } from '#shared/team/category.ts';
import { en } from './text-en.ts';
import { zh } from './text-zh.ts';

export type Key = keyof typeof zh;
export type Text = Readonly<Record<Key, string>>;
type Given = Readonly<Record<string, string | number>>;

/** Everything that this page says in one language. The words of the desk are taken where both name the same. */
export interface Words {
  language: Language;
  (key: Key, given?: Given): string;
  category: (category: Category) => string;
  missionState: (state: MissionState) => string;
  /** A refusal, where the desk has words for it. */
  refusal: (code: string) => string | undefined;
}

const TEXTS: Readonly<Record<Language, Text>> = { 'zh-CN': zh, en };
const NAMES = {
  'zh-CN': { category: teamZh.category, state: dispatchZh.missionState, refusals: [dispatchRefusalsZh, teamRefusalsZh] },
  en: { category: teamEn.category, state: dispatchEn.missionState, refusals: [dispatchRefusalsEn, teamRefusalsEn] },
} as const;

export const hasText = (key: string): key is Key => Object.hasOwn(zh, key);

export function wordsIn(language: Language): Words {
  const { category, state, refusals } = NAMES[language];
  const say = (key: Key, given: Given = {}): string => TEXTS[language][key].replaceAll(/\{(\w+)\}/g, (all, name: string) => String(given[name] ?? all));
  return Object.assign(say, {
    language,
    category: (one: Category) => category[one],
    missionState: (one: MissionState) => state[one],
    refusal(code: string) {
      if (hasText(`refused.${code}`)) return say(`refused.${code}` as Key);
      const [group = '', name = ''] = code.split('.');
      for (const some of refusals) {
        const words: unknown = Reflect.get(Reflect.get(some, group) ?? {}, name);
        if (typeof words === 'string') return words;
      }
      return undefined;
    },
  });
}

/** Both languages' words for one key: what somebody wrote by a button is known again whichever they used. */
export const inAnyLanguage = (key: Key): readonly string[] => Object.values(TEXTS).map((text) => text[key]);
