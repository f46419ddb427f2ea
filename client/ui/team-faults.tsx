import { useTranslation } from 'react-i18next';
import { Notice } from './notice.tsx';

/** Why an application was returned, field by field: the same for whoever returned it and for the team. */
export function TeamFaults({ faults }: { faults: readonly { path: string; reason: string }[] }) {
  const { t } = useTranslation();
  if (faults.length === 0) return null;
  return (
    <Notice tone="no">
      {t('team.returnedFor')}
      <ul>
        {faults.map((fault) => (
          <li key={fault.path}>
            <b>{t(`team.field.${fault.path}`, { defaultValue: fault.path })}</b>：{fault.reason}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
