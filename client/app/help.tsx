import { useTranslation } from 'react-i18next';
import { Dialog } from '#client/ui/dialog.tsx';
import { useShortcuts } from '#client/ui/shortcuts.ts';

const SHOWN: Readonly<Record<string, string>> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Enter: '↵', Escape: 'Esc', ' ': 'Space' };

/** Every key that does something on this page. */
export function Help({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const shortcuts = useShortcuts();
  const newest = new Map(shortcuts.map((one) => [one.key, one]));
  return (
    <Dialog title={t('shell.help.title')} onClose={onClose}>
      <dl className="fh-keys">
        {[...newest.values()].map(({ key, labelKey }) => (
          <div key={key}>
            <dt>
              <kbd className="fh-kbd">{SHOWN[key] ?? key}</kbd>
            </dt>
            <dd>{t(labelKey)}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd className="fh-kbd">Ctrl</kbd> <kbd className="fh-kbd">↵</kbd>
          </dt>
          <dd>{t('shell.help.submit')}</dd>
        </div>
      </dl>
      <p className="fh-field-hint">{t('shell.help.hint')}</p>
    </Dialog>
  );
}
