import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { serverNow } from '#client/store/connection.ts';
import { useDocuments } from '#client/store/world.ts';
import { formatTime } from '#client/ui/time.ts';
import { HAZARDS } from '#shared/alert/hazards.ts';
import type { AlertContent } from '#shared/alert/orders.ts';
import type { Alert } from '#shared/alert/state.ts';

/** How alerts are said in the language that is on. */
export function useAlertWords() {
  const { t } = useTranslation();
  const organisations = useDocuments('organisation');
  const language = languageNow();
  const named = ({ hazard, colour }: Pick<AlertContent, 'hazard' | 'colour'>): string =>
    t('alert.named', { hazard: HAZARDS[hazard][language === 'en' ? 'en' : 'zh'], colour: t(`alert.colour.${colour}`) });
  const org = (id: string): string => {
    const one = organisations.get(id);
    return one ? (language === 'en' ? one.nameEn || one.name : one.name) : id;
  };
  return {
    named,
    org,
    title: ({ content, draft }: Alert): string => {
      const shown = content ?? draft?.content;
      return shown ? named(shown) : '';
    },
    time: (iso: string): string => formatTime(iso, language, serverNow()),
    status: ({ status }: Alert): string => t(`alert.status.${status}`),
    count: ({ answering }: Alert): string => t('alert.answering.count', answering),
    scope: ({ scope }: AlertContent): string => [...(scope?.adcodes ?? []).map(org), scope?.text].filter(Boolean).join(language === 'en' ? ', ' : '、'),
    room: (room: string): string => org(room.slice(room.indexOf(':') + 1)),
  };
}
