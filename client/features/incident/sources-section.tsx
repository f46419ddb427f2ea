import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAuthor } from '#client/ui/names.ts';
import type { Incident } from '#shared/incident/state.ts';
import type { SourceRecord } from '#shared/incident/tie-events.ts';
import { sourceText } from './change-words.ts';
import { useWords } from './use-words.ts';

/** Where it was told, when records of the same were merged: each with its own times. */
export function SourcesSection({ incident: { id, sources } }: { incident: Incident }) {
  const { t } = useTranslation();
  if (!sources) return null;
  return (
    <section aria-label={t('ties.sources')}>
      <h3>{t('ties.sources')}</h3>
      <ol className="tie-sources">
        {sources.map((one) => (
          <Source key={one.incidentId} record={one} own={one.incidentId === id} />
        ))}
      </ol>
    </section>
  );
}

function Source({ record, own }: { record: SourceRecord; own: boolean }) {
  const { t } = useTranslation();
  const words = useWords();
  const { name, seat } = useAuthor(record.loggedBy);
  const { occurredAt, discoveredAt, receivedAt, loggedAt } = record;
  const times = Object.entries({ occurredAt, discoveredAt, receivedAt, loggedAt }).flatMap(([field, at]) =>
    at === undefined ? [] : [`${t(`incident.field.${field}`)} ${words.time(at)}`],
  );
  return (
    <li>
      <p>
        {own ? <b>{record.number}</b> : <Link to={`/?incident=${record.incidentId}`}>{record.number}</Link>}{' '}
        {record.source ? sourceText(record.source, words) : t('incident.log.channelHint')}
      </p>
      <p>{times.join(' · ')}</p>
      <p>
        {name} <small>{seat}</small>
      </p>
    </li>
  );
}
