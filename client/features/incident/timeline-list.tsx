import './timeline.css';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAuthor } from '#client/ui/names.ts';
import { dismiss, useOutbox } from '#client/store/outbox.ts';
import { LevelMark } from '#client/ui/level-mark.tsx';
import { Notice, Skeleton } from '#client/ui/notice.tsx';
import { isWords } from '#shared/incident/correct.ts';
import { mayCorrect } from '#shared/incident/policy.ts';
import type { Incident, Note } from '#shared/incident/state.ts';
import type { Actor } from '#shared/seat.ts';
import { CorrectDialog } from './correct-dialog.tsx';
import { changesOf } from './change-words.ts';
import { OrderState, SendingState } from '#client/ui/order-state.tsx';
import { entryKey } from './ticker.ts';
import { pendingEntries } from './timeline.ts';
import { useTimeline } from './use-incident.ts';
import { useWords } from './use-words.ts';

/** So near the end, a new entry scrolls into sight. */
const NEAR_END = 60;

/** The log in order: what was recorded, and beneath it what is on its way. */
export function TimelineList({ incident, actor }: { incident: Incident; actor: Actor }) {
  const { t } = useTranslation();
  const [correcting, setCorrecting] = useState<Note>();
  const [given, setGiven] = useState<string>();
  const loaded = useTimeline(incident);
  const outbox = useOutbox();
  const notes = loaded.state === 'ready' ? loaded.value : [];
  const pending = pendingEntries(outbox, incident.id, notes);
  const box = useRef<HTMLOListElement>(null);
  const atEnd = useRef(true);
  const count = notes.length + pending.length;
  useLayoutEffect(() => {
    // Whoever has scrolled up is reading: the log grows below without moving.
    if (box.current && (atEnd.current || pending.length > 0)) box.current.scrollTop = box.current.scrollHeight;
  }, [count, pending.length]);
  return (
    <section className="inc-timeline" aria-label={t('incident.timeline.title')}>
      <h3>
        {t('incident.timeline.title')} <small>{t('incident.timeline.count', { count: incident.entries })}</small>
        <OrderState id={given} />
      </h3>
      {loaded.state === 'loading' && <Skeleton rows={4} label={t('common.loading')} />}
      {loaded.state === 'failed' && (
        <Notice tone="no">
          {t('incident.timeline.failed')}{' '}
          <button type="button" className="inc-link" onClick={loaded.retry}>
            {t('incident.detail.retry')}
          </button>
        </Notice>
      )}
      <ol
        ref={box}
        tabIndex={0}
        onKeyDown={(event) => event.key.startsWith('Arrow') && event.stopPropagation()}
        onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => (atEnd.current = scrollHeight - scrollTop - clientHeight < NEAR_END)}
      >
        {notes.map((note) => (
          <Entry
            key={note.n}
            note={note}
            onCorrect={isWords(note) && note.correctedBy === undefined && mayCorrect(actor, note.by) ? () => setCorrecting(note) : undefined}
          />
        ))}
        {pending.map((sending) => (
          <li key={sending.id} className="inc-entry" data-pending={sending.state}>
            <div className="inc-entry-text">{sending.text}</div>
            <div className="inc-entry-state">
              <SendingState sending={sending} />
              {sending.state === 'refused' && (
                <button type="button" className="inc-link" onClick={() => dismiss(sending.id)}>
                  {t('incident.timeline.dismiss')}
                </button>
              )}
            </div>
          </li>
        ))}
      </ol>
      {correcting && (
        <CorrectDialog
          incident={incident}
          note={correcting}
          onGiven={(id) => {
            setGiven(id);
            setCorrecting(undefined);
          }}
          onCancel={() => setCorrecting(undefined)}
        />
      )}
    </section>
  );
}

function Entry({ note, onCorrect }: { note: Note; onCorrect: (() => void) | undefined }) {
  const { t } = useTranslation();
  const words = useWords();
  const author = useAuthor(note.by);
  const changes = note.entry === 'incident.logged' ? changesOf(withoutTitle(note.set), words) : changesOf(note.set, words);
  return (
    <li className="inc-entry" data-entry={note.entry} data-corrected={note.correctedBy !== undefined}>
      <div className="inc-entry-head">
        <time dateTime={note.at}>{words.time(note.at)}</time>
        {note.entry !== 'incident.noted' && <b>{t(entryKey(note))}</b>}
        <span title={author.seat}>
          {author.name} <small>{author.seat}</small>
        </span>
        {onCorrect && (
          <button type="button" className="inc-link inc-entry-correct" aria-label={t('record.correct.entry', { n: note.n })} onClick={onCorrect}>
            {t('record.correct.short')}
          </button>
        )}
        <span className="inc-entry-n">#{note.n}</span>
      </div>
      {note.claimedAt && <p className="inc-claimed">{t('incident.timeline.claimed', { at: words.time(note.claimedAt) })}</p>}
      {note.entry === 'incident.assessed' && <AssessedLevel note={note} />}
      {changes.map(({ field, value }) => (
        <p key={field} className="inc-change">
          <span>{field}</span> {value}
        </p>
      ))}
      {note.corrects !== undefined && <p className="inc-claimed">{t('record.correct.corrects', { n: note.corrects, reason: reasonOf(note) })}</p>}
      {note.text && <div className="inc-entry-text">{note.correctedBy === undefined ? note.text : <s>{note.text}</s>}</div>}
      {note.correctedBy !== undefined && <p className="inc-claimed">{t('record.correct.by', { n: note.correctedBy })}</p>}
    </li>
  );
}

const reasonOf = ({ set }: Note): string => (typeof set?.['reason'] === 'string' ? set['reason'] : '');

/** The title stands above the log. */
const withoutTitle = (set: Note['set']): Record<string, unknown> => Object.fromEntries(Object.entries(set ?? {}).filter(([field]) => field !== 'title'));

function AssessedLevel({ note }: { note: Note }) {
  const { t } = useTranslation();
  const level = note.set?.['severity'];
  return <p className="inc-change">{level === 1 || level === 2 || level === 3 || level === 4 ? <LevelMark level={level} /> : t('incident.assess.none')}</p>;
}
