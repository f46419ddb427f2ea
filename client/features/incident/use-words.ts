import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { serverNow } from '#client/store/connection.ts';
import { formatTime } from '#client/ui/time.ts';
import type { Words } from './change-words.ts';

/** How this screen says times, classes and fields. */
export function useWords(): Words {
  const { t } = useTranslation();
  const language = languageNow();
  return { t, language: language === 'en' ? 'en' : 'zh', time: (iso) => formatTime(iso, language, serverNow()) };
}
