import './report.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '#client/ui/notice.tsx';
import { OrderState } from '#client/ui/order-state.tsx';
import { useShortcut } from '#client/ui/shortcuts.ts';
import type { Incident } from '#shared/incident/state.ts';
import type { ReportKind } from '#shared/report/events.ts';
import { mayReport, mayRevise } from '#shared/report/policy.ts';
import type { Actor } from '#shared/seat.ts';
import { Composer } from './composer.tsx';
import { DeadlineList } from './deadline-list.tsx';
import { kindsFor } from './kinds-for.ts';
import { National } from './national.tsx';
import { PhoneDialog } from './phone-dialog.tsx';
import type { About } from './report-draft.ts';
import { ReportCard } from './report-card.tsx';
import { useReportsOf } from './reports-of.ts';

/** Everything about reporting an incident upward: what is due, what was said, and the next report. */
export function ReportPanel({ incident, actor }: { incident: Incident; actor: Actor }) {
  const { t } = useTranslation();
  const reports = useReportsOf(incident.id);
  const [about, setAbout] = useState<About>();
  const [phoning, setPhoning] = useState(false);
  const [order, setOrder] = useState<string>();
  const closed = incident.status === 'closed';
  const why = closed ? 'report.why.closed' : mayReport(actor) ? undefined : 'report.why.notReporter';
  const [next, ...others] = kindsFor(incident, actor);
  const underWay = reports.find(({ kind, channel, from, sentAt }) => kind === next && channel === 'written' && from.org === actor.org && sentAt === undefined);
  const last = reports.find(
    (report) => report.from.org === (about?.report?.from.org ?? actor.org) && report.sentAt !== undefined && report.channel === 'written',
  );
  useShortcut('d', 'report.action.draft', () => why === undefined && next && begin(next));
  useShortcut('p', 'report.phone.title', () => why === undefined && setPhoning(true));
  const begin = (kind: ReportKind): void => setAbout(kind === next && underWay ? { kind, report: underWay } : { kind });
  const given = (id: string): void => {
    setOrder(id);
    setAbout(undefined);
    setPhoning(false);
  };
  return (
    <div className="rep-panel">
      <DeadlineList incident={incident} actor={actor} />
      <section className="rep-new" aria-label={t('report.new')}>
        {next && (
          <button
            type="button"
            className="fh-button fh-button-primary"
            disabled={why !== undefined || (underWay && !mayRevise(actor, underWay))}
            onClick={() => begin(next)}
          >
            {t(underWay ? 'report.compose.resume' : `report.compose.${next}`, { kind: t(`report.kind.${next}`) })} <kbd>D</kbd>
          </button>
        )}
        <button type="button" className="fh-button" disabled={why !== undefined} onClick={() => setPhoning(true)}>
          {t('report.phone.title')} <kbd>P</kbd>
        </button>
        {others.map((kind) => (
          <button key={kind} type="button" className="fh-button fh-button-plain" disabled={why !== undefined} onClick={() => setAbout({ kind })}>
            {t(`report.compose.${kind}`)}
          </button>
        ))}
        {why !== undefined && <small className="rep-quiet">{t(why)}</small>}
        <OrderState id={order} />
      </section>
      <National incident={incident} actor={actor} />
      {reports.length === 0 ? (
        <Empty title={t('report.none')} hint={t('report.noneHint')} />
      ) : (
        <ol className="rep-list" aria-label={t('report.list')}>
          {reports.map((report) => (
            <ReportCard
              key={report.id}
              report={report}
              actor={actor}
              onEdit={() => setAbout({ kind: report.kind, report })}
              onCorrect={() => setAbout({ kind: 'correction', corrects: report })}
            />
          ))}
        </ol>
      )}
      {about && <Composer incident={incident} actor={actor} about={about} last={last} onGiven={given} onClose={() => setAbout(undefined)} />}
      {phoning && <PhoneDialog incident={incident} actor={actor} onGiven={given} onClose={() => setPhoning(false)} />}
    </div>
  );
}
