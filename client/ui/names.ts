import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { useDocument } from '#client/store/world.ts';
import type { Author } from '#shared/seat.ts';

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
