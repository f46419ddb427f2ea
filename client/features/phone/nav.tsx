import { Icon, type IconName } from '#client/ui/icon.tsx';
import { useWords } from './use-words.ts';

const PAGES = [
  ['', 'nav.tasks', 'live'],
  ['ready', 'nav.ready', 'wait'],
  ['members', 'nav.members', 'users'],
  ['team', 'nav.team', 'building'],
] as const satisfies readonly (readonly [string, string, IconName])[];

export function Nav({ here }: { here: string }) {
  const t = useWords();
  const at = PAGES.some(([path]) => path === here) ? here : '';
  return (
    <nav className="nav" aria-label={t('nav.label')}>
      {PAGES.map(([path, label, icon]) => (
        <a key={path} href={`#${path}`} aria-current={path === at ? 'page' : undefined}>
          <Icon name={icon} size={22} />
          {t(label)}
        </a>
      ))}
    </nav>
  );
}
