import './print.css';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { serverNow } from '#client/store/connection.ts';
import { useMode } from '#client/store/mode.ts';
import { useSession } from '#client/store/session.ts';
import { LevelMark } from '#client/ui/level-mark.tsx';
import { useOrganisationName } from '#client/ui/names.ts';
import { themeNow } from '#client/ui/theme.ts';
import { formatClock, formatDay } from '#client/ui/time.ts';
import type { Sign } from '#shared/sketch/orders.ts';
import type { Board } from './board.ts';
import { colourOf, dashOf } from './sketch-look.ts';

/** The map is sized, drawn in light colours and settled by then. */
const SETTLED_MS = 700;

/** The map as a sheet of paper: title, legend, time and author around it. It is there while it is printed. */
export function PrintSheet({ board, onDone }: { board: Board; /** Always the same function, or it is printed again. */ onDone: () => void }) {
  const { t } = useTranslation();
  const exercise = useMode() === 'drill';
  const user = useSession()?.user;
  const organisation = useOrganisationName(user?.org ?? '');
  const [now] = useState(serverNow);
  const [signs, setSigns] = useState<readonly Sign[]>([]);

  useEffect(() => {
    const root = document.documentElement;
    root.dataset['print'] = 'map';
    root.dataset['theme'] = 'light';
    board.restyle();
    const timer = setTimeout(() => {
      setSigns(board.sketches.signsInView());
      // Once the legend stands.
      requestAnimationFrame(() => requestAnimationFrame(() => window.print()));
    }, SETTLED_MS);
    addEventListener('afterprint', onDone, { once: true });
    return () => {
      clearTimeout(timer);
      removeEventListener('afterprint', onDone);
      delete root.dataset['print'];
      root.dataset['theme'] = themeNow();
      board.restyle();
    };
  }, [board, onDone]);

  return (
    <div className="map-sheet">
      <header>
        <strong>
          {exercise && `【${t('common.drill')}】`}
          {t('map.sheetTitle', { organisation })}
        </strong>
        <span>
          {formatDay(now, languageNow())} {formatClock(now)}
        </span>
      </header>
      {exercise && (
        <p className="map-watermark" aria-hidden>
          {t('common.drill')}　{t('common.drill')}　{t('common.drill')}
        </p>
      )}
      <footer>
        <ul aria-label={t('map.legend')}>
          {([1, 2, 3, 4, null] as const).map((level) => (
            <li key={level}>
              <LevelMark level={level} size={14} />
            </li>
          ))}
          {signs.map((sign) => (
            <li key={sign}>
              <svg width="26" height="10" viewBox="0 0 26 10" aria-hidden>
                <line x1="1" y1="5" x2="25" y2="5" stroke={colourOf(sign)} strokeWidth="3" strokeDasharray={dashOf(sign)} />
              </svg>
              {t(`sketch.sign.${sign}`)}
            </li>
          ))}
        </ul>
        <span>{t('map.sheetBy', { name: user?.name ?? '', organisation })} · WGS-84</span>
      </footer>
    </div>
  );
}
