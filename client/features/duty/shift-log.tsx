import { useMemo, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { mayWrite } from '#shared/duty/policy.ts';
import type { Dutylog, Shift } from '#shared/duty/state.ts';
import type { Note } from '#shared/incident/state.ts';
import type { Actor } from '#shared/seat.ts';
import { useDraft } from '#client/store/draft.ts';
import { send } from '#client/store/outbox.ts';
import { useDocument, useDocuments } from '#client/store/world.ts';
import { Empty } from '#client/ui/notice.tsx';
import { OrderState } from '#client/ui/order-state.tsx';
import { CorrectDialog } from './correct-dialog.tsx';
import { entryKey } from './entry-key.ts';
import { minuteOf } from './minute.ts';

type Line = { at: string; key: string; log: Dutylog } | { at: string; key: string; note: Note };

/** The running log of a shift: what belongs to no incident, and what its people have written in incidents meanwhile. */
export function ShiftLog({ actor, shift }: { actor: Actor; shift: Shift | undefined }) {
  const { t } = useTranslation();
  const draft = useDraft(`duty.note.${actor.org}`, { text: '' });
  const { text } = draft.value;
  const [given, setGiven] = useState<string>();
  const [correcting, setCorrecting] = useState<Dutylog>();
  const lines = useLines(shift);
  const write = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() === '') return;
    const { id } = send('duty.note', { text: text.trim() });
    setGiven(id);
    draft.given(id);
  };
  return (
    <section className="duty-log" aria-label={t('duty.log.title')}>
      <h2>{t('duty.log.title')}</h2>
      {shift && mayWrite(actor, shift.org) && (
        <form onSubmit={write}>
          <input
            className="fh-input"
            aria-label={t('duty.log.write')}
            placeholder={t('duty.log.write')}
            value={text}
            maxLength={2000}
            onChange={({ target }) => draft.change({ text: target.value })}
          />
          <button type="submit" className="fh-button" disabled={text.trim() === ''}>
            {t('duty.log.record')}
          </button>
        </form>
      )}
      <OrderState id={given} />
      {lines.length === 0 && <Empty title={t('duty.log.none')} hint={t('duty.log.noneHint')} />}
      <ol>
        {lines.map((line) => (
          <li key={line.key}>
            <time dateTime={line.at}>{minuteOf(line.at)}</time>
            {'log' in line ? <LogText log={line.log} /> : <NoteText note={line.note} />}
            {'log' in line && line.log.entry === 'duty.noted' && shift && shift.status !== 'closed' && mayWrite(actor, line.log.org) && (
              <button type="button" className="fh-bar-button" onClick={() => setCorrecting(line.log)}>
                {t('duty.log.correct')}
              </button>
            )}
          </li>
        ))}
      </ol>
      {correcting && <CorrectDialog log={correcting} onClose={() => setCorrecting(undefined)} />}
    </section>
  );
}

function useLines(shift: Shift | undefined): readonly Line[] {
  const logs = useDocuments('dutylog');
  const notes = useDocuments('note');
  return useMemo(() => {
    if (!shift?.startedAt) return [];
    const { id, org, startedAt, closedAt } = shift;
    const during = (at: string): boolean => at >= startedAt && (closedAt === undefined || at < closedAt);
    const own: Line[] = [...logs.values()].filter(({ shiftId }) => shiftId === id).map((log) => ({ at: log.claimedAt ?? log.at, key: log.id, log }));
    const written: Line[] = [...notes.values()]
      .filter((note) => note.by.org === org && !note.exercise && during(note.at))
      .map((note) => ({ at: note.at, key: note.id, note }));
    return [...own, ...written].sort((a, b) => (a.at < b.at ? 1 : -1));
  }, [logs, notes, shift]);
}

export function LogText({ log }: { log: Dutylog }) {
  const { t } = useTranslation();
  const { entry, text, check, corrections = [], by } = log;
  const last = corrections.at(-1);
  const checked = check
    ? `${t(`duty.field.${check.of}`)} ${t(`duty.check.${check.result}`)}${check.minutes === undefined ? '' : ` ${t('duty.check.after', { count: check.minutes })}`}${check.late ? ` · ${t('duty.check.late')}` : ''}`
    : '';
  return (
    <span>
      {entry !== 'duty.noted' && <b>{t(`duty.entry.${entry.slice(5)}`)} </b>}
      {checked} {last ? <del>{text}</del> : text}
      {corrections.map((one, i) => (
        <span key={one.at}>
          {' '}
          {i < corrections.length - 1 ? <del>{one.text}</del> : one.text} <small>{t('duty.log.corrected', { reason: one.reason })}</small>
        </span>
      ))}
      <small> {by.role === 'system' ? t('common.role.system') : by.name}</small>
    </span>
  );
}

function NoteText({ note }: { note: Note }) {
  const { t } = useTranslation();
  const incident = useDocument('incident', note.incidentId);
  return (
    <span>
      <b>{t(entryKey(note))} </b>
      {incident?.number} {incident?.title}
      {note.text !== '' && `：${note.text}`}
      <small> {note.by.name}</small>
    </span>
  );
}
