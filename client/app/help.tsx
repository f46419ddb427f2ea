import { useTranslation } from 'react-i18next';
import { Dialog } from '#client/ui/dialog.tsx';
import { Keys } from '#client/ui/keys.tsx';
import { areaOf, newestOf, useCommands, type Registered } from '#client/ui/shortcuts.ts';

/** Keys that belong to whatever one is in the middle of. */
const WITHIN = [
  {
    where: 'writing',
    keys: [
      ['Ctrl+Enter', 'submit'],
      ['Enter', 'entry'],
      ['Shift+Enter', 'line'],
      ['Escape', 'aside'],
      ['ArrowDown', 'choose'],
    ],
  },
  {
    where: 'drawing',
    keys: [
      [' ', 'place'],
      ['Enter', 'finish'],
      ['Backspace', 'undo'],
      ['Ctrl+z', 'undo'],
      ['Escape', 'cancel'],
    ],
  },
] as const;

/** Every key that does something on this page, by what it is about. */
export function Help({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const all = newestOf(useCommands());
  const commands = all.filter(({ key }) => key !== undefined);
  const areas = new Map<string, Registered[]>([['shell', []]]);
  for (const one of commands) areas.set(areaOf(one), [...(areas.get(areaOf(one)) ?? []), one]);
  return (
    <Dialog title={t('shell.help.title')} onClose={onClose}>
      <div className="fh-keys-scroll">
        <div className="fh-keys">
          {[...areas].map(([area, own]) => (
            <section key={area} aria-label={t(`shell.area.${area}`)}>
              <h3>{t(`shell.area.${area}`)}</h3>
              <dl>
                {own.map(({ key = '', labelKey, values }) => (
                  <div key={key}>
                    <dt>
                      <Keys of={key} />
                    </dt>
                    <dd>{t(labelKey, values ?? {})}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
          {WITHIN.filter(({ where }) => where === 'writing' || all.some((one) => areaOf(one) === 'sketch')).map(({ where, keys }) => (
            <section key={where} aria-label={t(`shell.help.${where}.title`)}>
              <h3>{t(`shell.help.${where}.title`)}</h3>
              <dl>
                {keys.map(([key, what]) => (
                  <div key={key}>
                    <dt>
                      <Keys of={key} />
                    </dt>
                    <dd>{t(`shell.help.${where}.${what}`)}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
      </div>
      <p className="fh-field-hint">{t('shell.help.hint')}</p>
    </Dialog>
  );
}
