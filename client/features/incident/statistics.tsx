import './statistics.css';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '#client/store/connection.ts';
import { useMode } from '#client/store/mode.ts';
import { useDocuments } from '#client/store/world.ts';
import { LevelMark } from '#client/ui/level-mark.tsx';
import { useTick } from '#client/ui/use-tick.ts';
import { dayOf } from '#shared/time.ts';
import { useSteady } from './steady.ts';
import { MARKS, totalsOf } from './totals.ts';
import { tallyOf, wholeOf } from '#shared/report/tally.ts';

const STEADY_MS = 500;
const REPORTS = ['due', 'onTime', 'late', 'over'] as const;
const SHOWN = ['dead', 'missing', 'trapped', 'evacuated'] as const;

/** The whole in numbers, whatever the list is filtered to: by level, people, and what today has brought. Drills are never counted with what is real. */
export function Statistics() {
  const { t } = useTranslation();
  const exercise = useMode() === 'drill';
  const all = useSteady(useDocuments('incident'), STEADY_MS);
  const minute = new Date(Math.floor(useTick(60_000, serverNow) / 60_000) * 60_000).toISOString();
  const today = dayOf(minute);
  const { totals, logged, closed, reports } = useMemo(() => {
    const mine = [...all.values()].filter((one) => one.exercise === exercise);
    return {
      totals: totalsOf(mine),
      reports: wholeOf(tallyOf(mine, minute)),
      logged: mine.filter(({ loggedAt }) => dayOf(loggedAt) === today).length,
      closed: mine.filter((one) => one.status === 'closed' && dayOf(one.closedAt) === today).length,
    };
  }, [all, exercise, today, minute]);
  return (
    <section className="inc-statistics" aria-label={t('incident.statistics.title')}>
      <dl>
        {MARKS.map((mark) => (
          <div key={mark} data-zero={totals.byMark[mark] === 0}>
            <dt>
              <LevelMark level={typeof mark === 'number' ? mark : null} label={false} size={15} />
            </dt>
            <dd>{totals.byMark[mark]}</dd>
          </div>
        ))}
      </dl>
      <dl>
        {SHOWN.map((figure) => (
          <div key={figure} data-zero={totals.figures[figure] === 0}>
            <dt>{t(`incident.figure.${figure}`)}</dt>
            <dd>{totals.figures[figure]}</dd>
          </div>
        ))}
      </dl>
      {!exercise && (
        <dl aria-label={t('report.tally.title')}>
          {REPORTS.map((name) => (
            <div key={name} data-zero={reports[name] === 0} data-tally={name}>
              <dt>{t(`report.tally.${name}`)}</dt>
              <dd>{reports[name]}</dd>
            </div>
          ))}
        </dl>
      )}
      <dl>
        <div>
          <dt>{t('incident.statistics.logged')}</dt>
          <dd>{logged}</dd>
        </div>
        <div>
          <dt>{t('incident.statistics.closed')}</dt>
          <dd>{closed}</dd>
        </div>
      </dl>
    </section>
  );
}
