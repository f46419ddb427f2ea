import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { typeName } from '#shared/incident/classes.ts';
import type { Reason } from '#shared/response/suggest.ts';

/** Why a plan and a level are suggested, in words. */
export function useReasonWords(): (reason: Reason) => string {
  const { t } = useTranslation();
  return (reason) => {
    if (reason.code === 'hazard') return t('response.reason.hazard', { hazard: typeName(reason.typeCode, languageNow() === 'en' ? 'en' : 'zh') });
    if (reason.code === 'severity') return t('response.reason.severity', { severity: t(`common.level.${reason.severity}`) });
    return t(`response.reason.${reason.code}`);
  };
}
