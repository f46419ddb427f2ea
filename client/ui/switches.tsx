import { useTranslation } from 'react-i18next';
import { LANGUAGES, languageNow, setLanguage } from '#client/i18n/index.ts';
import { Icon } from './icon.tsx';
import { setTheme, useTheme } from './theme.ts';

/** Shows the other language by its own name, so that who can't read this one finds it. */
export function LanguageSwitch() {
  useTranslation();
  const other = LANGUAGES.find(({ id }) => id !== languageNow()) ?? LANGUAGES[0];
  if (!other) return null;
  return (
    <button type="button" className="fh-bar-button" lang={other.id} onClick={() => void setLanguage(other.id)}>
      {other.id === 'en' ? 'EN' : '中'}
      <span className="fh-hidden">{other.label}</span>
    </button>
  );
}

export function ThemeSwitch() {
  const { t } = useTranslation();
  const dark = useTheme() === 'dark';
  const label = t(dark ? 'shell.theme.toLight' : 'shell.theme.toDark');
  return (
    <button type="button" className="fh-bar-button" title={label} aria-label={label} onClick={() => setTheme(dark ? 'light' : 'dark')}>
      <Icon name={dark ? 'sun' : 'moon'} />
    </button>
  );
}
