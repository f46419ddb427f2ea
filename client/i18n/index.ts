import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

export type Language = 'zh-CN' | 'en';
export const LANGUAGES: readonly { id: Language; label: string }[] = [
  { id: 'zh-CN', label: '中文' },
  { id: 'en', label: 'English' },
];

type Groups = Record<string, Record<string, unknown>>;

const KEY = 'fenghuo.language';

/** One chunk for each language, fetched when it is wanted. Every group is a first part of the key: `t('incident.title')`. */
const LOADERS: Record<Language, () => Promise<{ groups: Groups }>> = {
  'zh-CN': () => import('./groups-zh-cn.ts'),
  en: () => import('./groups-en.ts'),
};

/** Loads the language that was chosen last, Chinese at first. */
export async function startLanguage(): Promise<void> {
  const language = kept();
  await i18next.use(initReactI18next).init({ lng: language, fallbackLng: false, resources: {}, interpolation: { escapeValue: false }, returnNull: false });
  await setLanguage(language);
}

export async function setLanguage(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation')) {
    const { groups } = await LOADERS[language]();
    i18next.addResourceBundle(language, 'translation', groups);
  }
  await i18next.changeLanguage(language);
  localStorage.setItem(KEY, language);
  document.documentElement.lang = language;
}

/** The language on screen now; renders that use `useTranslation` follow it. */
export const languageNow = (): Language => (i18next.language === 'en' ? 'en' : 'zh-CN');

const kept = (): Language => (localStorage.getItem(KEY) === 'en' ? 'en' : 'zh-CN');
