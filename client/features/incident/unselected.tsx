import './unselected.css';
import { useTranslation } from 'react-i18next';
import { LevelMark } from '#client/ui/level-mark.tsx';
import type { Incident } from '#shared/incident/state.ts';
import { FIGURES } from './figures.ts';
import { MARKS, totalsOf } from './totals.ts';

/** While nothing is selected: the whole in numbers, and the keys that lead on. */
export function Unselected({ incidents }: { incidents: readonly Incident[] }) {
  const { t } = useTranslation();
  const { open, byMark, figures } = totalsOf(incidents);
  return (
    <section className="inc-unselected" aria-label={t('incident.overview.title')}>
      <h2>{t('incident.overview.title')}</h2>
      <dl className="inc-overview">
        <div>
          <dt>{t('incident.overview.open')}</dt>
          <dd>{open}</dd>
        </div>
        {MARKS.map((mark) => (
          <div key={mark} data-zero={byMark[mark] === 0}>
            <dt>
              <LevelMark level={typeof mark === 'number' ? mark : null} />
            </dt>
            <dd>{byMark[mark]}</dd>
          </div>
        ))}
      </dl>
      <h3>{t('incident.field.casualties')}</h3>
      <dl className="inc-overview">
        {FIGURES.map((figure) => (
          <div key={figure} data-zero={figures[figure] === 0}>
            <dt>{t(`incident.figure.${figure}`)}</dt>
            <dd>{figures[figure]}</dd>
          </div>
        ))}
      </dl>
      <p>{t('incident.overview.hint')}</p>
      <ul className="inc-keys">
        {(['N', '↑ ↓', '↵', '/', 'M', '?'] as const).map((key) => (
          <li key={key}>
            <kbd className="fh-kbd">{key}</kbd> {t(`incident.keys.${KEY_WORDS[key]}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}

const KEY_WORDS = { N: 'log', '↑ ↓': 'move', '↵': 'open', '/': 'filter', M: 'entry', '?': 'help' } as const;
