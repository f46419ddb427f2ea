import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { serverNow } from '#client/store/connection.ts';
import { send } from '#client/store/outbox.ts';
import { OrderState } from '#client/ui/order-state.tsx';
import { formatAge, formatTime } from '#client/ui/time.ts';
import { useTick } from '#client/ui/use-tick.ts';
import type { Incident } from '#shared/incident/state.ts';
import { byDue, stageOf, type ReportDeadline } from '#shared/report/deadline.ts';
import { reasonSaid } from '#shared/report/national.ts';
import { isOutside, mayWaive } from '#shared/report/policy.ts';
import type { Actor } from '#shared/seat.ts';
import { AskDialog } from './ask-dialog.tsx';
import { StageMark } from './stage-mark.tsx';

/** Every report that a rule makes due for this incident: the earliest first, and what was once late stays marked. */
export function DeadlineList({ incident, actor }: { incident: Incident; actor: Actor }) {
  const { t } = useTranslation();
  const now = useTick(1_000, serverNow);
  const rows = (incident.deadlines ?? []).toSorted(byDue);
  const open = rows.filter(({ met }) => !met);
  const [waiving, setWaiving] = useState<ReportDeadline>();
  const [order, setOrder] = useState<string>();
  const met = rows.filter(({ met }) => met);
  return (
    <section className="rep-deadlines" aria-label={t('report.deadlines.title')}>
      <h3>{t('report.deadlines.title')}</h3>
      {rows.length === 0 && <p className="rep-quiet">{t(incident.exercise ? 'report.deadlines.drill' : 'report.deadlines.none')}</p>}
      <ol>
        {open.map((row) => (
          <Deadline key={keyOf(row)} row={row} now={now} {...(mayWaive(actor, row, incident) ? { onWaive: () => setWaiving(row) } : {})} />
        ))}
      </ol>
      <OrderState id={order} />
      {met.length > 0 && (
        <details>
          <summary>
            {t('report.deadlines.met', { count: met.length })}
            {met.some(({ late }) => late) && <b className="rep-late">{t('report.late')}</b>}
          </summary>
          <ol>
            {met.map((row) => (
              <Deadline key={keyOf(row)} row={row} now={now} />
            ))}
          </ol>
        </details>
      )}
      {waiving && (
        <AskDialog
          what={isOutside(waiving.from) ? 'made' : 'waive'}
          onAnswer={(reason) => {
            setOrder(send('report.waive', { incidentId: incident.id, rule: waiving.rule, dueAt: waiving.dueAt, reason }).id);
            setWaiving(undefined);
          }}
          onClose={() => setWaiving(undefined)}
        />
      )}
    </section>
  );
}

const keyOf = ({ rule, dueAt, from, channel }: ReportDeadline): string => `${rule}/${dueAt}/${from}/${channel}`;

/** Recorded in the minute in which it was said, a call has one time. */
const isApart = (said: string, recorded: string): boolean => Date.parse(recorded) - Date.parse(said) >= 60_000;

function Deadline({ row, now, onWaive }: { row: ReportDeadline; now: number; onWaive?: () => void }) {
  const { t } = useTranslation();
  const language = languageNow();
  const stage = stageOf(row, now);
  const left = Date.parse(row.dueAt) - now;
  return (
    <li className="rep-deadline" data-stage={stage}>
      <StageMark stage={stage} />
      <div>
        <b>
          {t(`report.level.${row.from}`)} → {t(`report.level.${row.to}`)} · {t(`report.kind.${row.kind}`)}
          {row.channel !== 'any' && ` · ${t(`report.channel.${row.channel}`)}`}
        </b>
        {row.met?.recordedAt !== undefined && isApart(row.met.at, row.met.recordedAt) && (
          <small className="rep-claimed">
            {t('report.deadlines.recorded', { recorded: formatTime(row.met.recordedAt, language, now), said: formatTime(row.met.at, language, now) })}
          </small>
        )}
        <small>
          {t('report.deadlines.due', { time: formatTime(row.dueAt, language, now) })} · {row.rule}
          {row.assumed && ` · ${t('report.deadlines.assumed')}`}
          {row.met?.reason !== undefined && ` · ${reasonSaid(row.met.reason, language === 'en' ? 'en' : 'zh')}`}
        </small>
      </div>
      <span className="rep-left">
        {row.late && <b className="rep-late">{t('report.late')}</b>}
        {row.met ? (
          t('report.deadlines.metAt', { time: formatTime(row.met.at, language, now) })
        ) : (
          <span role="timer">{t(left >= 0 ? 'report.deadlines.left' : 'report.deadlines.over', { age: formatAge(Math.abs(left), language) })}</span>
        )}
        {onWaive && (
          <button type="button" className="rep-link" onClick={onWaive}>
            {t(isOutside(row.from) ? 'report.deadlines.made' : 'report.deadlines.waive')}
          </button>
        )}
      </span>
    </li>
  );
}
