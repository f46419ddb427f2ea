import { useTranslation } from 'react-i18next';
import type { File as Attached } from '#shared/file/state.ts';
import type { Incident, Note } from '#shared/incident/state.ts';
import { useDocuments } from '#client/store/world.ts';
import { entryKey } from './entry-key.ts';
import { fullMinute } from './minute.ts';

const LAST_ENTRIES = 6;

/** Every open incident with all its figures, its timers and its last entries. */
export function PackIncidents({ exercise }: { exercise: boolean }) {
  const { t } = useTranslation();
  const incidents = [...useDocuments('incident').values()]
    .filter((one) => one.status === 'open' && one.exercise === exercise)
    .sort((a, b) => (a.severity?.value ?? 5) - (b.severity?.value ?? 5));
  const notes = useDocuments('note');
  const files = useDocuments('file');
  return (
    <section>
      <h2>{t('duty.pack.incidents', { count: incidents.length })}</h2>
      {incidents.map((incident) => (
        <Sheet
          key={incident.id}
          incident={incident}
          notes={[...notes.values()].filter(({ incidentId }) => incidentId === incident.id)}
          files={[...files.values()].filter(({ incidentId }) => incidentId === incident.id)}
        />
      ))}
      {incidents.length === 0 && <p>{t('duty.sheet.nothing')}</p>}
    </section>
  );
}

function Sheet({ incident, notes, files }: { incident: Incident; notes: readonly Note[]; files: readonly Attached[] }) {
  const { t } = useTranslation();
  const { number, title, place, severity, casualties, losses = {}, deadlines = [], occurredAt, receivedAt } = incident;
  const figures = Object.entries({ ...casualties, ...losses }).filter(([, value]) => typeof value === 'number');
  const timers = deadlines.filter(({ met }) => !met);
  const last = notes.toSorted((a, b) => b.n - a.n).slice(0, LAST_ENTRIES);
  return (
    <div className="pack-incident">
      <h3>
        {number} {title} · {t(`common.level.${severity?.value ?? 'none'}`)}
      </h3>
      <p>
        {place.text} {place.lng.toFixed(5)}, {place.lat.toFixed(5)} · {occurredAt && `${t('duty.pack.occurred')} ${fullMinute(occurredAt)} · `}
        {t('duty.pack.received')} {fullMinute(receivedAt)}
      </p>
      {figures.length > 0 && (
        <p>
          {figures.map(([field, value]) => (
            <span key={field} className="pack-figure">
              {t(`duty.figure.${field}`, { defaultValue: field })} <b>{String(value)}</b>
            </span>
          ))}
        </p>
      )}
      {timers.length > 0 && (
        <p>
          <b>{t('duty.pack.timers')}</b>{' '}
          {timers.map(({ rule, dueAt, kind }) => (
            <span key={rule + dueAt} className="pack-figure">
              {rule} {t(`duty.report.${kind}`)} <b>{fullMinute(dueAt)}</b>
            </span>
          ))}
        </p>
      )}
      {files.length > 0 && (
        <p>
          <b>{t('duty.pack.files', { count: files.length })}</b>{' '}
          {files.map(({ id, name, caption, at }) => (
            <span key={id} className="pack-figure">
              {caption === undefined ? name : `${caption} (${name})`} {fullMinute(at)}
            </span>
          ))}
        </p>
      )}
      <ol>
        {last.map((note) => (
          <li key={note.id}>
            {fullMinute(note.at)} {t(entryKey(note))} {note.by.name} {note.text}
          </li>
        ))}
      </ol>
    </div>
  );
}
