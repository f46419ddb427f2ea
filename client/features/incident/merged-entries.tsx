import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, Skeleton } from '#client/ui/notice.tsx';
import type { Incident, Note } from '#shared/incident/state.ts';
import { tickerText } from './ticker.ts';
import { useIncident, useTimeline } from './use-incident.ts';
import { useWords } from './use-words.ts';

/** The logs of the records that were merged into this one, folded until somebody wants to read them. */
export function MergedEntries({ incident: { id, sources = [] } }: { incident: Incident }) {
  const others = sources.filter(({ incidentId }) => incidentId !== id);
  return others.map(({ incidentId, number }) => <MergedLog key={incidentId} id={incidentId} number={number} />);
}

function MergedLog({ id, number }: { id: string; number: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <details className="tie-log" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('ties.merge.log', { number })}</summary>
      {open && <Entries id={id} />}
    </details>
  );
}

function Entries({ id }: { id: string }) {
  const { t } = useTranslation();
  const loaded = useIncident(id);
  if (loaded.state === 'loading') return <Skeleton rows={2} label={t('common.loading')} />;
  return loaded.state === 'ready' ? <Log incident={loaded.value} /> : <Notice tone="no">{t('incident.timeline.failed')}</Notice>;
}

function Log({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const loaded = useTimeline(incident);
  if (loaded.state === 'loading') return <Skeleton rows={2} label={t('common.loading')} />;
  if (loaded.state === 'failed') return <Notice tone="no">{t('incident.timeline.failed')}</Notice>;
  return (
    <ol>
      {loaded.value.map((note) => (
        <Line key={note.n} note={note} />
      ))}
    </ol>
  );
}

function Line({ note }: { note: Note }) {
  const words = useWords();
  return (
    <li>
      <time dateTime={note.at}>{words.time(note.at)}</time> <b>{note.by.name}</b> {tickerText(note, words)}
    </li>
  );
}
