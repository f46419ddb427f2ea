import { useTranslation } from 'react-i18next';

export type DeskTab = 'list' | 'map' | 'detail';

const TABS: readonly DeskTab[] = ['list', 'map', 'detail'];

/** On a narrow screen one part is seen at a time. */
export function DeskTabs({
  tab,
  count,
  detail,
  logging,
  onTab,
}: {
  tab: DeskTab;
  count: number;
  detail: boolean;
  logging: boolean;
  onTab: (tab: DeskTab) => void;
}) {
  const { t } = useTranslation();
  return (
    <nav className="inc-tabs" aria-label={t('incident.tabs.label')}>
      {TABS.map((one) => (
        <button key={one} type="button" aria-current={tab === one ? 'page' : undefined} disabled={one === 'detail' && !detail} onClick={() => onTab(one)}>
          {t(`incident.tabs.${one === 'list' && logging ? 'log' : one}`)}
          {one === 'list' && !logging && <small>{count}</small>}
        </button>
      ))}
    </nav>
  );
}
