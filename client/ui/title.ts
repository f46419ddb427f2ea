import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useMode } from '#client/store/mode.ts';

/** Names the window. A drill is named in every title. */
export function useTitle(title: string): void {
  const { t } = useTranslation();
  const drill = useMode() === 'drill';
  useEffect(() => {
    document.title = `${drill ? `【${t('common.drill')}】` : ''}${title} · ${t('common.product')}`;
  }, [drill, title, t]);
}
