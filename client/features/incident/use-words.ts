import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { serverNow } from '#client/store/connection.ts';
import { useDocument } from '#client/store/world.ts';
import { formatTime } from '#client/ui/time.ts';
import type { Author } from '#shared/seat.ts';
import type { Words } from './change-words.ts';

/** How this screen says times, classes and fields. */
export function useWords(): Words {
  const { t } = useTranslation();
  const language = languageNow();
  return { t: (key) => t(key), language: language === 'en' ? 'en' : 'zh', time: (iso) => formatTime(iso, language, serverNow()) };
}

/** An organisation's name, or its id while it is not known. */
export function useOrganisationName(id: string): string {
  const organisation = useDocument('organisation', id);
  if (!organisation) return id;
  return languageNow() === 'en' ? organisation.nameEn : organisation.name;
}

/** Who wrote something: `王建国`, and `于都县 · 县级值班` beside it. */
export function useAuthor(by: Author): { name: string; seat: string } {
  const { t } = useTranslation();
  const organisation = useOrganisationName(by.org);
  if (by.role === 'system') return { name: t('incident.system'), seat: '' };
  return { name: by.name, seat: `${organisation} · ${t(`common.role.${by.role}`)}` };
}
