import './access.css';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '#client/ui/mark.tsx';
import { Ridge } from '#client/ui/ridge.tsx';
import { LanguageSwitch, ThemeSwitch } from '#client/ui/switches.tsx';

/** The page before the desk: the product's name, one form, nothing else. */
export function AccessPage({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className="fh-access">
      <Ridge />
      <header className="fh-access-tools">
        <LanguageSwitch />
        <ThemeSwitch />
      </header>
      <main className="fh-access-card">
        <div className="fh-access-product">
          <Mark size={40} />
          <div>
            <strong>{t('common.product')}</strong>
            <span>{t('common.tagline')}</span>
          </div>
        </div>
        <h1 className="fh-hidden">{title}</h1>
        {children}
      </main>
      <footer className="fh-access-foot">{t('access.foot')}</footer>
    </div>
  );
}
