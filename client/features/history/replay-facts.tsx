import i18next from 'i18next';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { markOf } from '#client/map/mark.ts';
import { LevelMark } from '#client/ui/level-mark.tsx';
import type { Put } from '#shared/feed.ts';
import { typeName } from '#shared/incident/classes.ts';
import type { Casualties } from '#shared/incident/orders.ts';
import type { Note } from '#shared/incident/state.ts';
import { FIGURES, figuresOf } from './figures.ts';
import { fullTime } from './full-time.ts';
import { ofKind, type Step } from './replay.ts';

/** What was known then: level, numbers and the log up to that moment. */
export function ReplayFacts({ puts, step }: { puts: readonly Put[]; step: Step | undefined }) {
  const { t } = useTranslation();
  const list = useRef<HTMLOListElement>(null);
  const incident = ofKind(puts, 'incident')[0];
  const notes = ofKind(puts, 'note').sort((a, b) => a.n - b.n);
  const last = notes.at(-1)?.id;
  useEffect(() => {
    list.current?.lastElementChild?.scrollIntoView({ block: 'nearest' });
  }, [last]);
  if (!incident) return <aside className="his-facts">{t('history.notYet')}</aside>;
  const mark = markOf(incident);
  return (
    <aside className="his-facts">
      <p className="his-standing">
        {mark === 'none' ? t('incident.ungraded') : <LevelMark level={mark === 'pending' ? null : mark} size={20} />}
        {incident.severity?.standing === 'proposed' && <span>{t('incident.proposed')}</span>}
        <span>{t(`incident.status.${incident.status}`)}</span>
        <small>{incident.number}</small>
      </p>
      <h3>
        {incident.exercise && <strong className="inc-drill">{t('common.drill')}</strong>}
        {incident.title}
      </h3>
      <p>
        {typeName(incident.typeCode, languageNow() === 'en' ? 'en' : 'zh')} · {incident.place.text}
      </p>
      <dl className="his-figures">
        {FIGURES.map((figure) => (
          <div key={figure} data-given={incident.casualties[figure] !== undefined}>
            <dt>{t(`incident.figure.${figure}`)}</dt>
            <dd>{incident.casualties[figure] ?? '—'}</dd>
          </div>
        ))}
      </dl>
      <ol ref={list} className="his-log" tabIndex={0} aria-label={t('incident.timeline.title')}>
        {notes.map((note) => (
          <li key={note.id} data-now={step?.puts.some(({ id }) => id === note.id)}>
            <time dateTime={note.at}>{fullTime(note.at)}</time> <small>{note.by.name}</small>
            <Said note={note} />
          </li>
        ))}
      </ol>
    </aside>
  );
}

/** The words of an entry; of a correction, the figures it gave; of anything else, what was done. */
function Said({ note: { text, entry, set } }: { note: Note }) {
  const { t } = useTranslation();
  const casualties = set?.['casualties'];
  // The figures of an entry are those of its event.
  const figures = typeof casualties === 'object' ? figuresOf({ casualties: casualties as Casualties }, t) : '';
  const key = entry.replace('.', '.entry.');
  return <p>{text || [i18next.exists(key) ? t(key) : '', figures].filter(Boolean).join(' · ')}</p>;
}
