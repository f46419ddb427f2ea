import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { LANGUAGES, languageNow, setLanguage } from '#client/i18n/index.ts';
import { hurryOutbox, isWaiting, useOutbox } from '#client/store/outbox.ts';
import { setMode, useMode } from '#client/store/mode.ts';
import type { Session } from '#client/store/session.ts';
import { useCommand } from '#client/ui/shortcuts.ts';
import { setTheme, useTheme } from '#client/ui/theme.ts';
import { pagesOf, type Page } from './pages.tsx';

/** What can be done on every page. It shows nothing itself. */
export function ShellCommands({ session, onPalette, onHelp }: { session: Session; onPalette: () => void; onHelp: () => void }) {
  const dark = useTheme() === 'dark';
  const mode = useMode();
  const waiting = useOutbox().some(isWaiting);
  const other = LANGUAGES.find(({ id }) => id !== languageNow());
  useCommand({ labelKey: 'shell.palette.title', key: 'Ctrl+k' }, onPalette);
  useCommand({ labelKey: 'shell.palette.title', key: ':' }, onPalette);
  useCommand({ labelKey: 'shell.help.title', key: '?' }, onHelp);
  useCommand({ labelKey: dark ? 'shell.theme.toLight' : 'shell.theme.toDark' }, () => setTheme(dark ? 'light' : 'dark'));
  useCommand({ labelKey: 'shell.language', values: { name: other?.label ?? '' } }, () => other && void setLanguage(other.id));
  useCommand({ labelKey: mode === 'real' ? 'shell.toDrill' : 'shell.toReal' }, () => setMode(mode === 'real' ? 'drill' : 'real'));
  useCommand({ labelKey: 'shell.outbox.sendNow', why: waiting ? undefined : 'shell.outbox.emptyTitle' }, hurryOutbox);
  return (
    <>
      {pagesOf(session).map((page) => (
        <GoTo key={page.path} page={page} />
      ))}
    </>
  );
}

function GoTo({ page: { path, labelKey } }: { page: Page }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  useCommand({ labelKey: 'shell.goTo', values: { name: t(labelKey) } }, () => void navigate(path));
  return null;
}
