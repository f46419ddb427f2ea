import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { languageNow } from '#client/i18n/index.ts';
import { serverNow } from '#client/store/connection.ts';
import { useDocuments } from '#client/store/world.ts';
import { useAuthor } from '#client/ui/names.ts';
import { formatTime } from '#client/ui/time.ts';
import { useTick } from '#client/ui/use-tick.ts';
import type { Incident } from '#shared/incident/state.ts';
import { mayLead, mayRecord } from '#shared/response/policy.ts';
import type { Response } from '#shared/response/state.ts';
import type { Actor } from '#shared/seat.ts';
import { AdjustForm, EndForm, RecordForm } from './response-forms.tsx';
import { TaskLine } from './task-line.tsx';

/** One response: by what plan, until when, what is to be done, and what its leader may do about it. */
export function ResponseCard({ response, incident, actor }: { response: Response; incident: Incident; actor: Actor }) {
  const { t } = useTranslation();
  const { id, level, status, planId, no, planTitle, planDocNo, matters, launchedAt, by, expectedUntil, changes, record, endedAt, endedFor } = response;
  const all = useDocuments('task');
  const name = useAuthor(by);
  const [open, setOpen] = useState<'adjust' | 'end' | 'record'>();
  const now = useTick(30_000, serverNow);
  const time = (iso: string): string => formatTime(iso, languageNow(), now);
  const running = status === 'running';
  const tasks = [...all.values()].filter(({ responseId }) => responseId === id);
  const order = new Map(response.tasks.map((task, i) => [task, i]));
  tasks.sort((a, b) => Number(a.state !== 'open') - Number(b.state !== 'open') || (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
  const closed = tasks.filter(({ state }) => state !== 'open').length;
  const past = running && Date.parse(expectedUntil) < now;
  const today = new Date(now + 8 * 3_600_000).toISOString().slice(0, 10);
  const leads = running && mayLead(actor, response, incident);
  return (
    <article className="rsp-card" data-status={status} aria-label={t(`response.${status}`, { level: t(`response.level.${level}`) })}>
      <header>
        <b className="rsp-level" data-level={level}>
          {t(`response.${status}`, { level: t(`response.level.${level}`) })}
        </b>
        {running && <span data-late={past}>{t(past ? 'response.overdue' : 'response.until', { at: time(expectedUntil) })}</span>}
        {endedAt !== undefined && <span>{t('response.ended', { at: time(endedAt), reason: endedFor })}</span>}
      </header>
      <p>{matters}</p>
      <small>
        <Link to={`/plans?plan=${planId}&version=${no}`}>
          {t('response.byPlan', { plan: languageNow() === 'en' ? planTitle.en : planTitle.zh, docNo: planDocNo, no })}
        </Link>{' '}
        {t('response.launchedAt', { at: time(launchedAt), name: `${name.name} ${name.seat}` })}
      </small>
      {changes.map((one) => (
        <small key={one.at}>
          {t('response.change', { at: time(one.at), level: t(`response.level.${one.level}`), until: time(one.expectedUntil), reason: one.reason })}
        </small>
      ))}
      {!response.exercise && (
        <small data-late={record.at === undefined && today > record.due}>
          {record.at === undefined
            ? t(today > record.due ? 'response.record.late' : 'response.record.due', { due: record.due })
            : t('response.record.done', { at: time(record.at) })}
        </small>
      )}
      <h4>{t('response.tasks', { done: closed, all: tasks.length })}</h4>
      <progress max={Math.max(1, tasks.length)} value={closed} aria-label={t('response.tasks', { done: closed, all: tasks.length })} />
      <ul className="rsp-tasks">
        {tasks.map((one) => (
          <TaskLine key={one.id} task={one} actor={actor} now={now} />
        ))}
      </ul>
      <div className="rsp-row">
        {leads && (
          <>
            <button type="button" className="fh-button" aria-expanded={open === 'adjust'} onClick={() => setOpen(open === 'adjust' ? undefined : 'adjust')}>
              {t('response.adjust.open')}
            </button>
            <button type="button" className="fh-button" aria-expanded={open === 'end'} onClick={() => setOpen(open === 'end' ? undefined : 'end')}>
              {t('response.end.open')}
            </button>
          </>
        )}
        {!response.exercise && record.at === undefined && mayRecord(actor, response) && (
          <button type="button" className="fh-button" aria-expanded={open === 'record'} onClick={() => setOpen(open === 'record' ? undefined : 'record')}>
            {t('response.record.give')}
          </button>
        )}
      </div>
      {open === 'adjust' && leads && <AdjustForm response={response} />}
      {open === 'end' && leads && <EndForm response={response} />}
      {open === 'record' && <RecordForm response={response} />}
    </article>
  );
}
